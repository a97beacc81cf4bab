// The words in which claims are told to people: one table a kind, [with a singular doer, with a plural doer, after "will"].
// Law: data only; statement.ts chooses, the codebook's own terms stay what they are.
import type { Dimension, Direction, EventType, Modality, VoiceForm } from '../../claims/types.js'

/** A verb phrase that ends where its object begins. `negated`: the phrase after "will" or "may" needs "not" before it. */
export interface Phrase {
  readonly singular: string
  readonly plural: string
  readonly base: string
  readonly negated: boolean
}

const phrase = (singular: string, base: string): Phrase => ({ singular, plural: base, base, negated: false })

export const stancePhrases: Readonly<Record<`${Dimension}${Direction}`, Phrase>> = {
  'recognition+': phrase('recognises', 'recognise'),
  'recognition-': { singular: 'does not recognise', plural: 'do not recognise', base: 'recognise', negated: true },
  recognition0: phrase('leaves open whether to recognise', 'leave open whether to recognise'),
  'endorsement+': phrase('backs', 'back'),
  'endorsement-': phrase('opposes', 'oppose'),
  endorsement0: phrase('stays neutral on', 'stay neutral on'),
  'engagement+': phrase('deals with', 'deal with'),
  'engagement-': phrase('shuns', 'shun'),
  engagement0: phrase('mediates with', 'mediate with'),
  'material+': phrase('helps', 'help'),
  'material-': phrase('withholds help from', 'withhold help from'),
  material0: phrase('leaves open help for', 'leave open help for'),
  'force+': phrase('sides in arms with', 'side in arms with'),
  'force-': phrase('uses force against', 'use force against'),
  force0: phrase('stays out of the fight with', 'stay out of the fight with'),
}

/** Nearer words for a stance that comes with a certain type of event. */
export const nearerPhrases: Readonly<Record<string, Phrase>> = {
  'endorsement- ACCUSE': phrase('accuses', 'accuse'),
  'endorsement- REJECT': phrase('rejects the position of', 'reject the position of'),
  'endorsement- THREATEN': phrase('warns', 'warn'),
  'endorsement- PROTEST': phrase('protests against', 'protest against'),
  'endorsement- REQUEST': phrase('makes demands on', 'make demands on'),
  'engagement+ CONSULT': phrase('talks with', 'talk with'),
  'engagement+ AGREE': phrase('comes to terms with', 'come to terms with'),
  'engagement+ COOPERATE': phrase('works with', 'work with'),
  'engagement- REJECT': phrase('refuses to deal with', 'refuse to deal with'),
  'engagement- SANCTION': phrase('breaks off with', 'break off with'),
  'material+ AID': phrase('aids', 'aid'),
  'material- SANCTION': phrase('sanctions', 'sanction'),
  'material- REJECT': phrase('refuses help to', 'refuse help to'),
  'force+ RETREAT': phrase('eases its force against', 'ease their force against'),
  'force- ASSAULT': phrase('attacks', 'attack'),
  'force- COERCE': phrase('represses', 'repress'),
  'force- MOBILIZE': phrase('musters force against', 'muster force against'),
  'force- THREATEN': phrase('threatens', 'threaten'),
}

/** For events that say nothing of standing. */
export const eventPhrases: Readonly<Record<EventType, Phrase>> = {
  AGREE: phrase('agrees with', 'agree with'),
  CONSULT: phrase('consults', 'consult'),
  SUPPORT: phrase('supports', 'support'),
  CONCEDE: phrase('concedes to', 'concede to'),
  COOPERATE: phrase('works with', 'work with'),
  AID: phrase('aids', 'aid'),
  RETREAT: phrase('yields to', 'yield to'),
  REQUEST: phrase('asks', 'ask'),
  ACCUSE: phrase('accuses', 'accuse'),
  REJECT: phrase('turns down', 'turn down'),
  THREATEN: phrase('threatens', 'threaten'),
  PROTEST: phrase('protests against', 'protest against'),
  SANCTION: phrase('sanctions', 'sanction'),
  MOBILIZE: phrase('musters force against', 'muster force against'),
  COERCE: phrase('coerces', 'coerce'),
  ASSAULT: phrase('attacks', 'attack'),
}

/** For statements and appeals, which PLOVER leaves out. */
export const appealPhrase = phrase('addresses', 'address')

/** Relations that read badly as their bare names. */
export const relationPhrases: Readonly<Record<string, Phrase>> = {
  'member-of': { singular: 'is a member of', plural: 'are members of', base: 'be a member of', negated: false },
  leads: phrase('leads', 'lead'),
  'holds-office': phrase('holds office in', 'hold office in'),
  'part-of': { singular: 'is part of', plural: 'are part of', base: 'be part of', negated: false },
  controls: phrase('controls', 'control'),
  'located-in': { singular: 'is based in', plural: 'are based in', base: 'be based in', negated: false },
  'allied-with': { singular: 'is allied with', plural: 'are allied with', base: 'be allied with', negated: false },
  'ties-with': { singular: 'has ties with', plural: 'have ties with', base: 'have ties with', negated: false },
}

/** What goes before the verb's base where a claim does not say that it is so; `actual` takes the finite verb instead. */
export const modalityWords: Readonly<
  Record<Exclude<Modality, 'actual'>, { readonly yes: string; readonly no: string }>
> = {
  planned: { yes: 'will', no: 'will not' },
  conditional: { yes: 'would, on a condition,', no: 'would, on a condition, not' },
  possible: { yes: 'may', no: 'may not' },
  demanded: { yes: 'should, it is demanded,', no: 'should not, it is demanded,' },
  predicted: { yes: 'is expected to', no: 'is expected not to' },
}

/** Demands that say where their own maker stands (codebook rule 5): the maker is the doer. */
export const demandPhrases = {
  '+': phrase('calls for support for', 'call for support for'),
  '-': phrase('calls for action by or against', 'call for action by or against'),
  '0': phrase('calls for restraint toward', 'call for restraint toward'),
} as const

export const voiceWords: Readonly<Record<VoiceForm, string>> = {
  said: 'said by',
  denied: 'denied by',
  asked: 'asked by',
  reported: 'reported by',
  believed: 'believed by',
  posted: 'posted by',
}

/** Shape and word of a direction, so that colour is never needed to read it. */
export const directionMarks: Readonly<Record<Direction, { readonly shape: string; readonly word: string }>> = {
  '+': { shape: '▲', word: 'for' },
  '-': { shape: '▼', word: 'against' },
  '0': { shape: '◆', word: 'open' },
}

export const monthNames = [
  'Jan',
  'Feb',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug',
  'Sept',
  'Oct',
  'Nov',
  'Dec',
] as const
