// What reading documents needs to know, bound once from the compiled knowledge.

import type { LanguageProfiles } from '../knowledge/ingest-schema.js'
import { loadKnowledge } from '../knowledge/load.js'
import type { Knowledge } from '../knowledge/sources.js'
import { bindCalendar, type Calendar } from './calendar.js'
import { bindFurniture, type Furniture } from './furniture.js'
import { bindIssuers, type IssuerOf } from './issuer.js'

export type IngestKnowledge = Pick<Knowledge, 'time' | 'furniture' | 'issuers' | 'languages' | 'actors'>

export interface Desk {
  readonly calendar: Calendar
  readonly furniture: Furniture
  readonly issuerOf: IssuerOf
  readonly languages: LanguageProfiles
}

export const bindDesk = (knowledge: IngestKnowledge): Desk => {
  const calendar = bindCalendar(knowledge.time)
  return {
    calendar,
    furniture: bindFurniture(knowledge.furniture, calendar),
    issuerOf: bindIssuers(knowledge.issuers, knowledge.actors),
    languages: knowledge.languages,
  }
}

let shipped: Desk | undefined

/** The desk of the knowledge that the product ships, which never changes while it runs. */
export const shippedDesk = (): Desk => {
  shipped ??= bindDesk(loadKnowledge())
  return shipped
}
