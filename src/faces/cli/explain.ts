// A sentence in, how it is read out: tokens, tree, mentions, frames, the rules tried, the one that won, the near misses and why, the claim.
import { createColors } from 'picocolors'
import type { Mention } from '../../actors/types.js'
import type { SentenceTrace } from '../../claims/code.js'
import { argumentsOf, type Category, categoryOf } from '../../claims/frames/arguments.js'
import type { Constructions } from '../../claims/frames/constructions.js'
import { readingOf } from '../../claims/frames/reading.js'
import type { Claim } from '../../claims/types.js'
import { openDemarche, traceDocument } from '../../demarche.js'
import { documentOf } from '../../ingest/index.js'
import { loadKnowledge } from '../../knowledge/load.js'
import { loadParser } from '../../syntax/load.js'
import type { Tier, Tree, Word } from '../../syntax/types.js'
import { stateClaim } from '../formats/statement.js'
import { directionMarks } from '../formats/wording.js'
import type { Context, ExitStatus } from './context.js'
import { readLedgerKnowledge } from './ledger-own.js'
import { readOverrides } from './overrides.js'

export interface ExplainOptions {
  readonly date?: string
  readonly actors?: string
  /** The ledger whose own actors and rules are to be read with. */
  readonly ledger?: string
  readonly parser: Tier
}

type Colours = ReturnType<typeof createColors>

const childrenOf = (words: readonly Word[], head: number): readonly Word[] => words.filter(word => word.head === head)

/** The tree with its root at the left, dependents below their heads in the order of the text. */
export const drawTree = ({ words }: Tree): readonly string[] => {
  const draw = (word: Word, lead: string, branch: string): readonly string[] => {
    const label = `${word.form}  ${word.deprel} ${word.upos}${word.lemma === word.form ? '' : ` ${word.lemma}`}`
    const dependents = childrenOf(words, word.index)
    const below = branch === '' ? lead : `${lead}${branch === '└─ ' ? '   ' : '│  '}`
    return [
      `${lead}${branch}${label}`,
      ...dependents.flatMap((child, at) => draw(child, below, at === dependents.length - 1 ? '└─ ' : '├─ ')),
    ]
  }
  return childrenOf(words, -1).flatMap(root => draw(root, '', ''))
}

const mentionLine = (words: readonly Word[], mention: Mention): string => {
  const surface = words
    .slice(mention.first, mention.last + 1)
    .map(word => word.form)
    .join(' ')
  const { id, name, kind } = mention.actor
  const others = mention.others.map(other => `${other.id} ${other.score.toFixed(2)}`).join(', ')
  const doubt = others === '' ? '' : `; else ${others}`
  return `${surface} = ${id} (${name}, ${kind}), ${mention.role} by ${mention.via}, ${mention.score.toFixed(2)}${doubt}`
}

const frameLines = (trace: SentenceTrace, constructions: Constructions): readonly string[] => {
  const { words } = trace.tree
  const reading = readingOf(0, trace.tree)
  const tried = new Map<number, Category>(trace.matches.map(match => [match.predicate, match.category]))
  for (const { predicate } of trace.nearMisses) tried.set(predicate, categoryOf(words[predicate]!) ?? 'verb')
  for (const word of words) if (word.upos === 'VERB') tried.set(word.index, 'verb')
  return [...tried]
    .sort(([a], [b]) => a - b)
    .map(([predicate, category]) => {
      const roles = [...argumentsOf(reading, predicate, category, constructions)]
        .filter(([, fillers]) => fillers.length > 0)
        .map(([role, fillers]) => `${role}: ${fillers.map(filler => words[filler]!.form).join(', ')}`)
      return `${words[predicate]!.form} (${category})  ${roles.join('; ')}`
    })
}

const claimLines = (claim: Claim): readonly string[] => {
  const statement = stateClaim(claim)
  const { event, relation, positions } = claim
  const code = event ? `${event.type ?? 'statement'} (CAMEO ${event.cameo})` : (relation?.name ?? claim.kind)
  const stances = positions.map(
    ({ holder, target, dimension, direction }) =>
      `${holder} → ${target} ${dimension} ${directionMarks[direction].word}`,
  )
  const facts = [code, ...statement.cautions, statement.voice, statement.when, `sure ${statement.sure}`]
  return [statement.sentence, `  ${facts.join(' · ')}`, ...stances.map(stance => `  ${stance}`), `  rule ${claim.rule}`]
}

const explainSentence = (trace: SentenceTrace, constructions: Constructions, colours: Colours): string => {
  const { words } = trace.tree
  const formOf = (index: number): string => words[index]!.form
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Tokens', [words.map(word => word.form).join(' | ')]],
    ['Tree', drawTree(trace.tree)],
    ['Mentions', trace.mentions.map(mention => mentionLine(words, mention))],
    ['Frames', frameLines(trace, constructions)],
    ['Rules that fired', trace.matches.map(match => `${match.rule.name} on "${formOf(match.predicate)}"`)],
    ['Near misses', trace.nearMisses.map(miss => `${miss.rule} on "${formOf(miss.predicate)}": ${miss.reason}`)],
    ['Claims', trace.claims.flatMap(claimLines)],
  ]
  return sections
    .map(
      ([title, lines]) =>
        `${colours.bold(title)}\n${(lines.length === 0 ? ['none'] : lines).map(line => `  ${line}\n`).join('')}`,
    )
    .join('\n')
}

/** Prints how each sentence of `text` is read. */
export const runExplain = async (text: string, options: ExplainOptions, context: Context): Promise<ExitStatus> => {
  const product = loadKnowledge()
  const own = options.ledger === undefined ? undefined : await readLedgerKnowledge(options.ledger, product)
  const overrides = [...(own?.actors ?? []), ...(await readOverrides(options.actors))]
  const knowledge = { ...product, rules: [...product.rules, ...(own?.rules ?? [])] }
  const demarche = openDemarche(knowledge, await loadParser({ tier: options.parser }), overrides)
  const colours = createColors(context.colour)
  try {
    const document = documentOf({ name: 'sentence', text, publishedOn: options.date ?? null })
    const { coded, traces } = await traceDocument(document, demarche)
    for (const { reason } of coded.messages) context.errors.write(`${reason}\n`)
    for (const trace of traces)
      context.output.write(`${explainSentence(trace, demarche.coder.book.constructions, colours)}\n`)
    return coded.messages.length === 0 ? 0 : 1
  } finally {
    await demarche.parser.close()
  }
}
