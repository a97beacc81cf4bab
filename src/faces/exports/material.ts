// What exports are made of: stances on a day, the positions of their history, and the stored claims, with names and codes of actors.
import type { Claim } from '../../claims/types.js'
import type { Lineage } from '../../ledger/origins.js'
import type { PositionTable } from '../../ledger/position-table.js'
import type { Tie } from '../../ledger/relations.js'
import type { StoredDocument } from '../../store/read.js'
import type { NamedStance } from '../questions/schemas.js'

export interface ExportedClaim {
  readonly claim: Claim
  /** Null for a claim entered by hand without a stored document. */
  readonly document: StoredDocument | null
  readonly source: { readonly title: string | null; readonly url: string | null; readonly publishedOn: string | null }
  readonly certainty: string | null
  /** Verdict in force, with who and when; null where nobody has judged. */
  readonly review: { readonly verdict: string; readonly who: string; readonly at: string } | null
  readonly note: string | null
}

export interface ExportedActor {
  readonly name: string
  readonly kind: string | null
  /** ISO 3166 alpha-3; null for what is no state. */
  readonly iso3: string | null
  readonly cow: string | null
}

export interface Material {
  readonly day: number
  readonly now: number
  readonly stances: readonly NamedStance[]
  readonly table: PositionTable
  readonly lineage: Lineage
  /** By claim id. */
  readonly claims: ReadonlyMap<string, ExportedClaim>
  readonly actorOf: (id: string) => ExportedActor
  readonly ties: readonly Tie[]
}

/** One file: its media type, the ending of its name, its content. */
export interface Exported {
  readonly mediaType: string
  readonly extension: string
  readonly body: string
}
