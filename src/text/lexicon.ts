// The word lists of segmentation, from knowledge into sets that can be asked.
import type { AbbreviationLexicon, WordLexicon } from '../knowledge/text-schema.js'

/** The parts of the knowledge that segmentation reads. */
export interface SegmentationKnowledge {
  readonly abbreviations: AbbreviationLexicon
  readonly words: WordLexicon
}

export type AbbreviationClass = Exclude<keyof AbbreviationLexicon, 'openers' | 'clause-openers'>

export interface TextLexicon {
  /** What may follow the abbreviation `form`, given without its last stop; undefined where it is none. */
  abbreviation(form: string): AbbreviationClass | undefined
  /** Does `form` open a sentence far more often than it goes on a name? */
  isOpener(form: string): boolean
  /** Is `form`, with its capital, never part of a name or title that is going on? */
  isClauseOpener(form: string): boolean
  isPrefix(form: string): boolean
  isSuffix(form: string): boolean
  /** Lengths of the words that `form` holds, undefined where it is one word. */
  fusedLengths(form: string): readonly number[] | undefined
  /** May `form` hold two words, by what stands around it? */
  mayBeContracted(form: string): boolean
  /** The length of the first of the two words that `form` holds before `next`, two words at most; undefined where it is one word there. */
  contractedLength(form: string, next: readonly string[]): number | undefined
  /** The same where `form` opens a sentence. */
  openingContractedLength(form: string): number | undefined
  /** Does `form` end in a mark that belongs to a name: "Yahoo!"? */
  isMarkedName(form: string): boolean
  isElided(form: string): boolean
  isUnit(form: string): boolean
  isMoney(form: string): boolean
  isNameEnding(form: string): boolean
  /** Words joined by a space, which end a letter before a name. */
  isSignOff(words: string): boolean
  /** The same where a comma follows. */
  isCommaSignOff(words: string): boolean
  /** Does `form` begin a letter? */
  isGreeting(form: string): boolean
  /** Does `form`, before a colon, belong to the sentence behind it: "Note: …"? */
  isAnnouncement(form: string): boolean
  isLabel(form: string): boolean
  /** Does `form` name what a number beside a picture counts: "Figure 1.5"? */
  isFigure(form: string): boolean
}

const classes: readonly AbbreviationClass[] = [
  'before-name',
  'before-number',
  'calendar',
  'after-name',
  'within',
  'any',
]

export const bindLexicon = ({ abbreviations, words }: SegmentationKnowledge): TextLexicon => {
  const byForm = new Map<string, AbbreviationClass>()
  for (const name of classes) {
    for (const form of abbreviations[name]) {
      if (byForm.has(form)) continue
      byForm.set(form, name)
      // Headlines in capitals: "GEN. SMITH"; a lone capital is an initial.
      if (form.length > 1 && !byForm.has(form.toUpperCase())) byForm.set(form.toUpperCase(), name)
    }
  }
  const openers = new Set(abbreviations.openers)
  const clauseOpeners = new Set(abbreviations['clause-openers'])
  const holds = (key: Exclude<keyof WordLexicon, 'fused' | 'contracted'>): ((form: string) => boolean) => {
    const forms = new Set(words[key])
    return form => forms.has(form.toLowerCase())
  }
  const contracted = new Map(
    words.contracted.map(({ word, before }) => [
      word.replace('|', ''),
      { length: word.indexOf('|'), before: new Set(before) },
    ]),
  )
  const openingContracted = new Map(
    words['contracted-openings'].map(word => [word.replace('|', ''), word.indexOf('|')]),
  )
  const fused = new Map(
    words.fused.map(entry => {
      const parts = entry.split('|')
      return [parts.join(''), parts.map(part => part.length)]
    }),
  )
  return {
    abbreviation: form => byForm.get(form),
    isOpener: form => openers.has(form),
    isClauseOpener: form => clauseOpeners.has(form),
    isPrefix: holds('prefixes'),
    isSuffix: holds('suffixes'),
    // "im" is "i'm", but "Im" is a name and "IM" a message.
    fusedLengths: form => fused.get((form.length > 2 ? form.toLowerCase() : form).replace('’', "'")),
    mayBeContracted: form => {
      const lower = form.toLowerCase()
      return contracted.has(lower) || openingContracted.has(lower)
    },
    contractedLength: (form, next) => {
      const entry = contracted.get(form.toLowerCase())
      if (entry === undefined) return undefined
      const words = next.map(word => word.toLowerCase())
      return words.some((_, index) => entry.before.has(words.slice(0, index + 1).join(' '))) ? entry.length : undefined
    },
    openingContractedLength: form =>
      /^\p{Lu}\p{Ll}/u.test(form) ? openingContracted.get(form.toLowerCase()) : undefined,
    isMarkedName: holds('marked-names'),
    isElided: holds('elided'),
    isUnit: holds('units'),
    isMoney: holds('money'),
    isNameEnding: holds('name-endings'),
    isSignOff: holds('sign-offs'),
    isCommaSignOff: holds('comma-sign-offs'),
    isGreeting: holds('greetings'),
    isAnnouncement: holds('announcements'),
    isLabel: holds('labels'),
    isFigure: holds('figures'),
  }
}
