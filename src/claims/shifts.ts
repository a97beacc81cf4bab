// What PLOVER calls a deed that is not simply done now (manual, "traps"; codebook section 3): promised, refused, called for or brought to
// an end. Tables from the type of the deed to the type, mode and nearest CAMEO code of what is done instead.
import type { EventType } from './types.js'

export interface Shift {
  readonly type: EventType
  readonly mode: string | null
  readonly cameo: string
}

type Table = Readonly<Record<EventType, Shift>>

const shift = (type: EventType, mode: string | null, cameo: string): Shift => ({ type, mode, cameo })

/** Cooperation to come is AGREE, concessions to come CONCEDE, harm to come THREATEN; words are words whenever they fall. */
export const planned: Table = {
  AGREE: shift('AGREE', null, '030'),
  CONSULT: shift('AGREE', null, '036'),
  SUPPORT: shift('AGREE', null, '032'),
  COOPERATE: shift('AGREE', null, '031'),
  AID: shift('AGREE', null, '033'),
  CONCEDE: shift('CONCEDE', null, '080'),
  RETREAT: shift('CONCEDE', null, '080'),
  REQUEST: shift('REQUEST', null, '100'),
  ACCUSE: shift('ACCUSE', 'disapprove', '110'),
  REJECT: shift('REJECT', null, '120'),
  THREATEN: shift('THREATEN', null, '130'),
  PROTEST: shift('THREATEN', 'relations', '133'),
  SANCTION: shift('THREATEN', 'relations', '131'),
  MOBILIZE: shift('THREATEN', 'violence', '138'),
  COERCE: shift('THREATEN', 'restrict', '132'),
  ASSAULT: shift('THREATEN', 'violence', '138'),
}

/** What went on is stopped: help becomes sanction, pressure and force become retreat. */
export const ended: Partial<Table> = {
  CONSULT: shift('SANCTION', 'withdraw', '164'),
  SUPPORT: shift('SANCTION', 'withdraw', '160'),
  COOPERATE: shift('SANCTION', 'withdraw', '160'),
  AID: shift('SANCTION', 'discontinue', '162'),
  SANCTION: shift('RETREAT', 'ease', '085'),
  COERCE: shift('CONCEDE', null, '081'),
  ASSAULT: shift('RETREAT', 'ceasefire', '0871'),
  MOBILIZE: shift('RETREAT', 'withdraw', '0874'),
  PROTEST: shift('CONCEDE', null, '080'),
}

const rejected = shift('REJECT', null, '120')
const forsworn = shift('AGREE', null, '035')

/** What one will not do: refused goodwill is REJECT; who forswears harm gives way. */
export const refused: Table = {
  AGREE: rejected,
  CONSULT: shift('REJECT', 'meet', '125'),
  SUPPORT: rejected,
  COOPERATE: shift('REJECT', 'assist', '121'),
  AID: shift('REJECT', 'assist', '122'),
  CONCEDE: shift('REJECT', 'change', '124'),
  RETREAT: shift('REJECT', 'yield', '124'),
  REQUEST: rejected,
  ACCUSE: rejected,
  REJECT: rejected,
  THREATEN: forsworn,
  PROTEST: forsworn,
  SANCTION: forsworn,
  MOBILIZE: forsworn,
  COERCE: forsworn,
  ASSAULT: forsworn,
}

const requested = shift('REQUEST', null, '100')
const rallied = shift('ACCUSE', 'disapprove', '113')

/** What is called for: goodwill is REQUEST; whoever calls for harm to somebody rallies others against him. */
export const demanded: Table = {
  AGREE: shift('REQUEST', 'change', '107'),
  CONSULT: shift('REQUEST', 'meet', '106'),
  SUPPORT: shift('REQUEST', 'assist', '102'),
  COOPERATE: shift('REQUEST', 'assist', '101'),
  AID: shift('REQUEST', 'assist', '103'),
  CONCEDE: shift('REQUEST', 'yield', '105'),
  RETREAT: shift('REQUEST', 'yield', '105'),
  REQUEST: requested,
  ACCUSE: requested,
  REJECT: requested,
  THREATEN: requested,
  PROTEST: rallied,
  SANCTION: rallied,
  MOBILIZE: requested,
  COERCE: requested,
  ASSAULT: rallied,
}

/** What is called on somebody to leave off. */
export const forborne: Shift = shift('REQUEST', 'yield', '105')
