// PLOVER JSON Lines (manual 0.8): one line for each claim that is an event of one of its sixteen types. What PLOVER has no field for
// (voices, modality, polarity, positions, the quotation's place) is under one key of our own.
import type { Actor } from '../../actors/types.js'
import type { EventType } from '../../claims/types.js'
import { isoOf, spanOf } from '../../ledger/days.js'
import { codebookVersion } from '../../ledger/versions.js'
import type { Exported, ExportedClaim, Material } from './material.js'

/** Verbal or material, cooperation or conflict: PLOVER's quad classes. */
const quadOf: Readonly<Record<EventType, 'VC' | 'MC' | 'VF' | 'MF'>> = {
  AGREE: 'VC',
  CONSULT: 'VC',
  SUPPORT: 'VC',
  CONCEDE: 'VC',
  COOPERATE: 'MC',
  AID: 'MC',
  RETREAT: 'MC',
  REQUEST: 'VF',
  ACCUSE: 'VF',
  REJECT: 'VF',
  THREATEN: 'VF',
  PROTEST: 'MF',
  SANCTION: 'MF',
  MOBILIZE: 'MF',
  COERCE: 'MF',
  ASSAULT: 'MF',
}

const party = (actor: Actor, countryName: (id: string) => string) => ({
  raw_text: actor.surface,
  entity_name: actor.name,
  ...(actor.country === null ? {} : { country_name: countryName(actor.country) }),
  ...(actor.sectors.length === 0 ? {} : { sector_code: actor.sectors[0], other_sector_codes: actor.sectors.slice(1) }),
})

/** PLOVER's dates are days: a coarser date is told by its first and its last. */
const daysOf = (iso: string | null): { readonly date: string | null; readonly enddate?: string } => {
  const span = iso === null ? undefined : spanOf(iso)
  if (span === undefined) return { date: null }
  const date = isoOf(span.first)
  return span.first === span.last ? { date } : { date, enddate: isoOf(span.last) }
}

const lineOf = ({ claim, document, source }: ExportedClaim, type: EventType, { actorOf, now }: Material): object => {
  const countryName = (id: string) => actorOf(id).name
  const { event, date } = claim
  return {
    id: claim.id,
    has_event: true,
    ...daysOf(date.value ?? source.publishedOn),
    actor: claim.actors.map(actor => party(actor, countryName)),
    recipient: claim.recipients.map(actor => party(actor, countryName)),
    event: [type],
    ...(event!.mode === null ? {} : { mode: [event!.mode] }),
    ...(event!.contexts.length === 0 ? {} : { context: [...event!.contexts] }),
    event_text: [claim.quotes.trigger.exact],
    quad_code: quadOf[type],
    text: claim.quote.exact,
    cite_info: {
      ...(source.url === null ? {} : { url: source.url }),
      ...(source.title === null ? {} : { title: source.title }),
      ...(document?.publisher == null ? {} : { publication: document.publisher }),
      language: document?.language ?? 'en',
      coder: claim.coder,
      codebook: 'PLOVER 0.8',
    },
    coder: claim.coder,
    coded_date: (document?.addedAt ?? new Date(now).toISOString()).slice(0, 10),
    demarche: {
      date_basis: date.value === null ? 'publication' : date.basis,
      polarity: claim.polarity,
      modality: claim.modality,
      hearsay: claim.hearsay,
      opinion: claim.opinion,
      attribution: claim.attribution.map(({ speaker, form }) => ({
        speaker: typeof speaker === 'string' ? speaker : speaker.id,
        form,
      })),
      positions: claim.positions,
      cameo: event!.cameo,
      quote: { start: claim.quote.start, end: claim.quote.end },
      document: document?.entry ?? null,
      document_sha256: document?.sha256 ?? null,
      codebook: codebookVersion,
    },
  }
}

export const exportPlover = (material: Material): Exported => {
  const lines = [...material.claims.values()].flatMap(exported => {
    const type = exported.claim.event?.type ?? null
    return type === null ? [] : [`${JSON.stringify(lineOf(exported, type, material))}\n`]
  })
  return { mediaType: 'application/x-ndjson', extension: 'jsonl', body: lines.join('') }
}
