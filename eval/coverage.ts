// Real news in, the share of telling sentences that yield a claim out: sentences in which two actors stand with a political verb or noun.
// Lists the commonest such words that no rule has as a trigger, and the rules that never fire.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { SentenceTrace } from '../src/claims/code.js'
import { type Demarche, traceDocument } from '../src/demarche.js'
import type { Knowledge } from '../src/knowledge/sources.js'
import { documentOf, readJsonLines, withDemarche } from './coding.js'
import { politicalNouns, politicalVerbs } from './political-words.js'
import type { Measure } from './report.js'

interface NewsRow {
  readonly id: string
  readonly source: string
  readonly date?: string
  readonly text: string
}

const listed = 25

/** The texts of gold/news, files and rows in order. */
export const readNews = async (gold: string): Promise<readonly NewsRow[]> => {
  const folder = join(gold, 'news')
  const files = (await readdir(folder)).filter(file => file.endsWith('.jsonl')).sort()
  return (await Promise.all(files.map(file => readJsonLines<NewsRow>(join(folder, file))))).flat()
}

/** A row as a document; a White House text knows its issuer. */
export const newsDocument = ({ id, source, date, text }: NewsRow) => {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0] ?? null
  const issuer = source === 'The White House' ? 'USA' : null
  return documentOf({ name: id, text, publishedOn: day, publisher: source, issuer })
}

type Category = 'verb' | 'noun' | 'adjective'

const triggersOf = (knowledge: Knowledge): ReadonlySet<string> => {
  const sets = knowledge.rules.flatMap(file => [file.triggers, ...file.rules.map(rule => rule.triggers ?? {})])
  return new Set(
    sets.flatMap(set =>
      (['verb', 'noun', 'adjective'] satisfies Category[]).flatMap(category =>
        (set[category] ?? []).map(trigger => `${category} ${trigger.split(' ')[0]}`),
      ),
    ),
  )
}

/** The political words of a sentence as "verb meet", "noun talks": the rules' triggers and the common list. */
const politicalWords = ({ tree }: SentenceTrace, triggers: ReadonlySet<string>): readonly string[] =>
  tree.words.flatMap(({ lemma, upos }) => {
    const plain = lemma.toLowerCase()
    if (upos === 'VERB') return politicalVerbs.has(plain) || triggers.has(`verb ${plain}`) ? [`verb ${plain}`] : []
    if (upos === 'NOUN') return politicalNouns.has(plain) || triggers.has(`noun ${plain}`) ? [`noun ${plain}`] : []
    return []
  })

const hasTwoActors = ({ mentions }: SentenceTrace): boolean =>
  new Set(mentions.filter(mention => mention.role !== 'place').map(mention => mention.actor.id)).size > 1

const count = (tallies: Map<string, number>, keys: Iterable<string>): void => {
  for (const key of new Set(keys)) tallies.set(key, (tallies.get(key) ?? 0) + 1)
}

const commonest = (tallies: ReadonlyMap<string, number>): readonly string[] =>
  [...tallies]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, listed)
    .map(([key, times]) => `${key} ${times}`)

const survey = async (demarche: Demarche, rows: readonly NewsRow[]) => {
  const triggers = triggersOf(demarche.knowledge)
  const withoutRule = new Map<string, number>()
  const unread = new Map<string, number>()
  const fired = new Set<string>()
  const silent: string[] = []
  let telling = 0
  let yielding = 0
  for (const row of rows) {
    const { traces, coded } = await traceDocument(newsDocument(row), demarche)
    for (const claim of coded.claims) fired.add(claim.rule)
    for (const trace of traces) {
      const words = hasTwoActors(trace) ? politicalWords(trace, triggers) : []
      if (words.length === 0) continue
      telling += 1
      if (trace.claims.length > 0) {
        yielding += 1
        continue
      }
      silent.push(trace.tree.words.map(word => word.form).join(' '))
      count(
        withoutRule,
        words.filter(word => !triggers.has(word)),
      )
      count(
        unread,
        words.filter(word => triggers.has(word)),
      )
    }
  }
  return { telling, yielding, withoutRule, unread, fired, silent }
}

export const measure: Measure = async ({ gold, missed }) => {
  const rows = await readNews(gold)
  return withDemarche(async demarche => {
    const { telling, yielding, withoutRule, unread, fired, silent } = await survey(demarche, rows)
    const dead = demarche.knowledge.rules
      .flatMap(file => file.rules.map(rule => `${file.relation}/${rule.name}`))
      .filter(rule => !fired.has(rule))
    const share = Math.round((1000 * yielding) / Math.max(1, telling)) / 10
    return {
      lines: [
        ...(missed ? silent.map(words => `silent ${words}`) : []),
        `${telling} sentences hold two actors and a political word; ${yielding} of them yield a claim (${share.toFixed(1)} %)`,
        `commonest words without a rule, in the others: ${commonest(withoutRule).join(', ')}`,
        `commonest triggers that gave nothing there: ${commonest(unread).join(', ')}`,
        `${dead.length} rules never fire on this news: ${dead.join(', ')}`,
      ],
      figures: { share: { value: share, unit: 'points' } },
    }
  })
}
