// A document's slant in, lines for a reader out: whose words fill the text, what its actors are called and by whom, where it judges.
// Descriptive: every line shows the words it rests on.
import type { Slant } from '../../claims/slant/read-slant.js'
import type { Claim, CodedDocument, Quote } from '../../claims/types.js'
import { naming } from './naming.js'

const percent = (share: number): string => `${Math.round(share * 100)}%`

const quoted = ({ exact }: Quote): string => `“${exact.replace(/\s+/gu, ' ').trim()}”`

const distinct = (items: readonly string[]): readonly string[] => [...new Set(items)]

/** Names of voices and actors, as far as the claims tell them; an id stands for itself. */
const namesOf = (claims: readonly Claim[]): ((id: string) => string) => {
  const actors = claims.flatMap(({ actors, recipients, attribution }) => [
    ...attribution.flatMap(({ speaker }) => (typeof speaker === 'string' ? [] : [speaker])),
    ...actors,
    ...recipients,
  ])
  const names = new Map([
    ...actors.map(actor => [actor.id, naming(actor).text] as const),
    ['author', 'the text itself'] as const,
    ['unnamed', 'unnamed sources'] as const,
  ])
  return id => names.get(id) ?? id
}

/** Each head once, with its words once. */
const gathered = (
  pairs: readonly (readonly [head: string, quote: Quote])[],
): readonly (readonly [string, readonly string[]])[] =>
  distinct(pairs.map(([head]) => head)).map(head => [
    head,
    distinct(pairs.filter(([own]) => own === head).map(([, quote]) => quoted(quote))),
  ])

const authorLine = ({ authorShare, claimShare }: Slant): readonly string[] => {
  const shares = [
    ...(authorShare === null ? [] : [`${percent(authorShare)} of the sentences`]),
    ...(claimShare === null ? [] : [`${percent(claimShare)} of the claims`]),
  ]
  return shares.length === 0 ? [] : [`In the text’s own voice: ${shares.join(', ')}`]
}

const quotedLine = ({ quoted: speakers }: Slant, nameOf: (id: string) => string): readonly string[] => {
  const all = speakers.reduce((sum, { units }) => sum + units, 0)
  if (all === 0) return []
  return [`Quoted: ${speakers.map(({ speaker, units }) => `${nameOf(speaker)} ${percent(units / all)}`).join(', ')}`]
}

const loadedLines = ({ loaded }: Slant, nameOf: (id: string) => string): readonly string[] =>
  gathered(loaded.map(({ by, actor, quote }) => [`by ${nameOf(by)} for ${nameOf(actor)}`, quote])).map(
    ([head, words]) => `Loaded names ${head}: ${words.join(', ')}`,
  )

const opinionLines = ({ opinions }: Slant, nameOf: (id: string) => string): readonly string[] =>
  gathered(opinions.map(({ by, quote }) => [nameOf(by), quote])).map(
    ([by, words]) => `Judging words by ${by}: ${words.join(', ')}`,
  )

const verdictLines = ({ verdicts }: Slant, claims: readonly Claim[]): readonly string[] =>
  verdicts.flatMap(({ claim: id }) =>
    claims.filter(claim => claim.id === id).map(claim => `The text’s own verdict: ${quoted(claim.quote)}`),
  )

/** The slant of a coded document, one fact a line; none where it was not asked for. */
export const slantLines = ({ slant, claims }: CodedDocument): readonly string[] => {
  if (slant === undefined) return []
  const nameOf = namesOf(claims)
  return [
    ...authorLine(slant),
    ...quotedLine(slant, nameOf),
    ...loadedLines(slant, nameOf),
    ...opinionLines(slant, nameOf),
    ...distinct(verdictLines(slant, claims)),
  ]
}
