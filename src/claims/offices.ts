// Who holds an office, by the title before a name: "Tajik President Emomali Rahmon", "former President Ali Nur". A standing relation, told in
// passing by the text itself, once for each person of a document.
import { slugOf } from '../actors/index.js'
import type { Actor, Mention } from '../actors/types.js'
import type { AgentNoun } from '../knowledge/actor-schema.js'
import { buildClaim, type SentenceContext } from './build.js'
import type { Reading } from './frames/reading.js'
import { wordsIn } from './quote.js'
import type { Claim, VoiceLink } from './types.js'

/** Nouns of offices by their last word, in lower case. */
export type OfficeNouns = ReadonlySet<string>

export const bindOffices = (nouns: readonly AgentNoun[]): OfficeNouns =>
  new Set(nouns.filter(noun => noun.class === 'office').map(({ noun }) => noun.toLowerCase().split(' ').at(-1)!))

/** Somebody named with his office. */
export interface OfficeMatch {
  readonly mention: Mention
  readonly person: Actor
  readonly of: Actor
  /** He held it once: "former". */
  readonly former: boolean
}

/** Is a noun of office among the words of the mention before the name? */
const hasTitle = (
  { first, last }: Mention,
  name: string,
  words: readonly { readonly form: string }[],
  offices: OfficeNouns,
) => {
  const length = name.split(/\s+/).length
  return words.slice(first, Math.max(first, last + 1 - length)).some(({ form }) => offices.has(form.toLowerCase()))
}

const personOf = (actor: Actor, name: string): Actor => ({
  id: slugOf(name),
  name,
  surface: actor.surface,
  kind: 'person',
  country: actor.country,
  sectors: [],
  agent: null,
})

/** Office-holders whom one sentence names in full; `states` by alpha-3 id. */
export const findOffices = (
  reading: Reading,
  offices: OfficeNouns,
  states: ReadonlyMap<string, Actor>,
): readonly OfficeMatch[] =>
  [...reading.mentions.values()].flat().flatMap(mention => {
    const { actor, via } = mention
    const name = actor.kind === 'person' ? actor.name : actor.agent?.name
    if (via !== 'person' || !name?.includes(' ') || !hasTitle(mention, name, reading.words, offices)) return []
    const former = actor.kind === 'person'
    const of = former ? states.get(actor.country ?? '') : { ...actor, agent: null }
    return of === undefined ? [] : [{ mention, person: personOf(actor, name), of, former }]
  })

export const officeRule = 'holds-office/title'

/** The claim that somebody holds, or held, an office; the title is the writer's own word. */
export const officeClaim = ({ mention, person, of, former }: OfficeMatch, context: SentenceContext): Claim =>
  buildClaim(
    {
      kind: 'relation',
      predicate: mention.head,
      triggerWords: wordsIn(mention),
      span: mention,
      who: [mention],
      whom: [],
      actors: [person],
      recipients: [of],
      event: null,
      relation: { name: 'holds-office' },
      figure: null,
      polarity: former ? 'negated' : 'affirmed',
      modality: 'actual',
      positions: [],
      isSpoken: false,
      spoken: [],
      confidence: Math.min(0.9, mention.score),
      rule: officeRule,
    },
    {
      ...context.read(mention.head),
      attribution: [author],
      hearsay: false,
      opinion: false,
      polarityWords: [],
      modalityWords: [],
    },
    context,
  )

const author: VoiceLink = { speaker: 'author', form: 'said', cue: null }

/** What makes two claims of office the same: who, and of what. */
export const officeKey = ({ actors, recipients }: Claim): string =>
  [...actors, ...recipients].map(({ id }) => id).join(' ')
