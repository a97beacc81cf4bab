// The claims stage: sentences, trees and mentions in, claims out, in the order of the text. Rules say who does what to whom; the passes of
// factuality, voice, time and slant say how the text presents it.
import { mentionsByHead } from '../actors/index.js'
import type { Actor, Mention } from '../actors/types.js'
import type { Knowledge } from '../knowledge/sources.js'
import type { Tree } from '../syntax/types.js'
import type { Document, Sentence } from '../text/types.js'
import { assemble } from './assemble.js'
import type { PredicateContext, SentenceContext } from './build.js'
import { evidenceOf } from './confidence/evidence.js'
import { bindWeigh, type Weigh } from './confidence/weigh.js'
import { type Deed, deedsOf, type Protagonist, protagonistsOf, withGroups } from './discourse.js'
import { distinctBy } from './distinct.js'
import { figureClaim, findFigures } from './figures.js'
import { type Reading, readingOf } from './frames/reading.js'
import { bindOffices, findOffices, type OfficeNouns, officeClaim, officeKey, officeRule } from './offices.js'
import { bindLexicons, type PassLexicons, type ReadPredicate, runPasses } from './passes.js'
import { bindRules, type RuleBook } from './rules/book.js'
import { type Match, matchRules, type NearMiss } from './rules/match.js'
import type { Claim, Position } from './types.js'
import type { Attribution } from './voices/types.js'

/** Rules and lexicons bound once, for any number of documents. */
export interface Coder {
  readonly knowledge: Knowledge
  readonly book: RuleBook
  readonly lexicons: PassLexicons
  readonly weigh: Weigh
  readonly offices: OfficeNouns
  /** Actors by id, as they stand for the issuers of documents. */
  readonly actors: ReadonlyMap<string, Actor>
  /** What a claim carries as `coder`: "demarche 0.1.0 / codebook 2 / model en-1". */
  readonly signature: string
}

/** What the claims stage saw in one sentence, for `explain`. */
export interface SentenceTrace {
  readonly sentence: Sentence
  readonly tree: Tree
  readonly mentions: readonly Mention[]
  readonly matches: readonly Match[]
  readonly nearMisses: readonly NearMiss[]
  readonly claims: readonly Claim[]
}

export const version = '0.1.0'
export const codebookVersion = 2

export const bindCoder = (knowledge: Knowledge, modelName: string): Coder => ({
  knowledge,
  book: bindRules(knowledge),
  lexicons: bindLexicons(knowledge),
  offices: bindOffices(knowledge.agentNouns),
  weigh: bindWeigh(knowledge.confidence, knowledge.ruleCounts),
  actors: new Map(
    knowledge.actors.map(({ id, name, kind, country, sectors }) => [
      id,
      { id, name, surface: name, kind, country: kind === 'state' ? id : country, sectors, agent: null },
    ]),
  ),
  signature: `demarche ${version} / codebook ${codebookVersion} / model ${modelName}`,
})

/** Blocks of these kinds carry claims; captions, links and adverts do not (codebook rule 12). */
const speaking: ReadonlySet<string> = new Set(['heading', 'paragraph', 'quotation', 'post'])

const sameClaim = (claim: Claim): string =>
  JSON.stringify([
    claim.kind,
    claim.actors.map(actor => actor.id),
    claim.recipients.map(actor => actor.id),
    claim.event?.type,
    claim.relation?.name,
    claim.polarity,
    claim.modality,
    claim.positions,
  ])

/** Of the claims that say the same one, in the place of the first: the first whose words tell when, else the first. */
const distinctClaims = (claims: readonly Claim[]): readonly Claim[] => {
  const kept = new Map<string, Claim>()
  for (const claim of claims) {
    const key = sameClaim(claim)
    const other = kept.get(key)
    if (other === undefined || (other.date.basis !== 'text' && claim.date.basis === 'text')) kept.set(key, claim)
  }
  return [...kept.values()]
}

const idsOf = (actors: readonly Actor[]): ReadonlySet<string> => new Set(actors.map(({ id }) => id))

const isWithin = (part: readonly Actor[], whole: readonly Actor[]): boolean => {
  const ids = idsOf(whole)
  return part.every(({ id }) => ids.has(id))
}

/** Says a claim no more than another of its sentence: the same type of event, nobody besides, no position of its own? */
const isSaidBy = (claim: Claim, other: Claim): boolean =>
  claim.kind === 'event' &&
  claim.event?.type != null &&
  claim.event.type === other.event?.type &&
  claim.polarity === other.polarity &&
  claim.positions.length === 0 &&
  isWithin(claim.actors, other.actors) &&
  isWithin(claim.recipients, other.recipients)

/** Drops what another claim of the sentence says as well, or more fully: "agreed to send aid" is one agreement. Of two equals the first stays. */
const withoutFragments = (claims: readonly Claim[]): readonly Claim[] =>
  claims.filter(
    (claim, index) =>
      !claims.some((other, at) => at !== index && isSaidBy(claim, other) && (at < index || !isSaidBy(other, claim))),
  )

interface Coded {
  readonly match: Match
  readonly claim: Claim
}

/** The words above a noun, up to the verb of whose clause it is a part; none for a noun that heads a relative clause. */
const governors = ({ words }: Reading, noun: number): ReadonlySet<number> => {
  const found = new Set<number>()
  if (words[noun]!.deprel === 'acl:relcl') return found
  for (let at = words[noun]!.head; at >= 0; at = words[at]!.head) {
    found.add(at)
    if (words[at]!.upos === 'VERB' || words[at]!.upos === 'AUX') break
  }
  return found
}

const contradicts = (position: Position, other: Position): boolean =>
  position.holder === other.holder &&
  position.target === other.target &&
  position.dimension === other.dimension &&
  position.direction !== other.direction

/** Drops the tie that a noun tells where its verb tells the opposite: "closed its embassy", "relations have soured". What was agreed stays agreed. */
const withoutUndone = (coded: readonly Coded[], reading: Reading): readonly Coded[] =>
  coded.filter(
    ({ match, claim }) =>
      match.category !== 'noun' ||
      match.rule.relation === 'agree' ||
      !coded.some(
        other =>
          governors(reading, match.predicate).has(other.match.predicate) &&
          claim.positions.some(position => other.claim.positions.some(against => contradicts(position, against))),
      ),
  )

/** What one sentence gave, and what it told of for those after it. */
interface Traced {
  readonly trace: SentenceTrace
  readonly deeds: readonly Deed[]
}

const traceSentence = (
  index: number,
  document: Document,
  sentence: Sentence,
  tree: Tree,
  mentions: ReadonlyMap<number, readonly Mention[]>,
  readPredicate: ReadPredicate,
  told: readonly Deed[],
  protagonists: readonly Protagonist[],
  coder: Coder,
): Traced => {
  const named = withGroups(mentions, tree, told, index, coder.book.constructions.groups)
  const here = [...named.values()].flat()
  const speaks = speaking.has(document.blocks[sentence.block]?.kind ?? 'paragraph')
  if (!speaks || named.size === 0)
    return { trace: { sentence, tree, mentions: here, matches: [], nearMisses: [], claims: [] }, deeds: [] }
  const reading = readingOf(index, tree, named)
  const { matches, nearMisses } = matchRules(
    reading,
    coder.book,
    told,
    protagonists,
    coder.lexicons.factuality.demanding,
  )
  const contexts = new Map<number, PredicateContext>()
  const read = (predicate: number): PredicateContext => {
    const known = contexts.get(predicate) ?? readPredicate(reading, predicate)
    contexts.set(predicate, known)
    return known
  }
  const context: SentenceContext = {
    document,
    sentence,
    reading,
    book: coder.book,
    read,
    confidenceOf: (match, presented) => coder.weigh.of(evidenceOf(reading, match, presented)),
    issuer: coder.actors.get(document.issuer ?? '') ?? null,
    coder: coder.signature,
  }
  const coded = matches.flatMap(match => {
    const claim = assemble(match, context)
    return claim === null ? [] : [{ match, claim }]
  })
  const claims = [
    ...withoutUndone(coded, reading).map(({ claim }) => claim),
    ...findFigures(reading, coder.knowledge.figures, coder.book.constructions).map(found =>
      figureClaim(found, context),
    ),
    ...findOffices(reading, coder.offices, coder.actors).map(found => officeClaim(found, context)),
  ].filter(claim => claim !== null)
  return {
    trace: {
      sentence,
      tree,
      mentions: here,
      matches,
      nearMisses,
      claims: withoutFragments(distinctClaims(claims)),
    },
    deeds: deedsOf(reading, matches, coder.book),
  }
}

const positionKey = ({ holder, target, dimension, direction }: Position): string =>
  [holder, target, dimension, direction].join(' ')

/** What a text says in several places is read rightly more often: gives a claim the confidence that it has beside the others. */
const surer = (claims: readonly Claim[], weigh: Weigh): ((claim: Claim) => Claim) => {
  const times = new Map<string, number>()
  for (const key of claims.flatMap(({ positions }) => [...new Set(positions.map(positionKey))]))
    times.set(key, (times.get(key) ?? 0) + 1)
  return claim => {
    const counts = claim.positions.map(position => times.get(positionKey(position)) ?? 1)
    return { ...claim, confidence: weigh.again(claim.confidence, counts.length === 0 ? 1 : Math.min(...counts)) }
  }
}

/** Drops offices that the document has told of; adds the others to `known`. */
const withoutKnownOffices = (claims: readonly Claim[], known: Set<string>): readonly Claim[] =>
  claims.filter(claim => {
    if (claim.rule !== officeRule) return true
    const key = officeKey(claim)
    const isNew = !known.has(key)
    known.add(key)
    return isNew
  })

/** Sentences after which a deed is no longer context. */
const memory = 6

/** Codes one document. `sentences` and `trees` run in parallel; the claims come in the order of their sentences. */
export const codeClaims = (
  document: Document,
  sentences: readonly Sentence[],
  trees: readonly Tree[],
  mentions: readonly Mention[],
  coder: Coder,
): {
  readonly claims: readonly Claim[]
  readonly traces: readonly SentenceTrace[]
  readonly attributions: readonly Attribution[]
} => {
  const { read, attributions } = runPasses(document, sentences, trees, mentions, coder.lexicons)
  const bySentence = mentionsByHead(mentions)
  const traces: SentenceTrace[] = []
  const offices = new Set<string>()
  let told: readonly Deed[] = []
  const protagonists = protagonistsOf(mentions)
  for (const [index, sentence] of sentences.entries()) {
    const here = bySentence.get(index) ?? new Map()
    const { trace, deeds } = traceSentence(
      index,
      document,
      sentence,
      trees[index]!,
      here,
      read,
      told,
      protagonists,
      coder,
    )
    traces.push({ ...trace, claims: withoutKnownOffices(trace.claims, offices) })
    told = [...told.filter(deed => index - deed.sentence < memory), ...deeds]
  }
  const claims = distinctBy(
    traces.flatMap(trace => trace.claims),
    claim => claim.id,
  )
  const sure = surer(claims, coder.weigh)
  return {
    claims: claims.map(sure),
    traces: traces.map(trace => ({ ...trace, claims: trace.claims.map(sure) })),
    attributions,
  }
}
