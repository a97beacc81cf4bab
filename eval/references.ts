// Documents with coreference in; how often a pronoun or a description that is given an actor stands for one that its cluster names, and
// how many that stand for a named actor are left open. Whom a name means is taken from the program itself: only the way back is measured.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Mention } from '../src/actors/types.js'
import { traceDocument } from '../src/demarche.js'
import { documentOf, withDemarche } from './coding.js'
import { type Coreference, coreferenceOf } from './coreference.js'
import type { Figure, Measure } from './report.js'
import { type GoldDocument, readTreebank } from './treebanks.js'

/** Genres of GUM that are written or spoken about third parties. */
const genres = /^GUM_(news|interview|speech|bio|voyage|textbook)_/
const parts = ['train', 'dev', 'test'] as const
const kinds = ['it', 'they', 'he, she', 'I, we', 'descriptions'] as const
type Kind = (typeof kinds)[number]

const kindOfPronoun: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...['it', 'its', 'itself'].map(word => [word, 'it'] as const),
  ...['they', 'them', 'their', 'theirs', 'themselves'].map(word => [word, 'they'] as const),
  ...['he', 'she', 'him', 'her', 'his', 'hers', 'himself', 'herself'].map(word => [word, 'he, she'] as const),
  ...['i', 'me', 'my', 'mine', 'myself', 'we', 'us', 'our', 'ours', 'ourselves'].map(word => [word, 'I, we'] as const),
])

/** A phrase that stands for somebody without naming him: what was read, and the cluster it is in. */
interface Reference {
  readonly kind: Kind
  readonly ids: readonly string[]
  readonly named: ReadonlySet<string>
  readonly line: string
}

const refers = ({ via }: Mention): boolean => via === 'pronoun' || via === 'description' || via === 'issuer'

/** Ids that the program read by name in each cluster, the clusters that make it up included. */
const namedIn = (coreference: Coreference, mentions: readonly (Mention & { at: number })[]) => {
  const own = new Map<string, Set<string>>()
  for (const mention of mentions) {
    const cluster = refers(mention) ? undefined : coreference.clusterAt.get(mention.at)
    if (cluster !== undefined) own.set(cluster, (own.get(cluster) ?? new Set()).add(mention.actor.id))
  }
  return (cluster: string): ReadonlySet<string> =>
    new Set([cluster, ...(coreference.parts.get(cluster) ?? [])].flatMap(one => [...(own.get(one) ?? [])]))
}

const referencesOf = (gold: GoldDocument, mentions: readonly (Mention & { at: number })[]): Reference[] => {
  const coreference = coreferenceOf(gold)
  const namesOf = namedIn(coreference, mentions)
  const read = new Map<number, Mention[]>()
  for (const mention of mentions) if (refers(mention)) read.set(mention.at, [...(read.get(mention.at) ?? []), mention])
  const references: Reference[] = []
  for (const { words } of gold.sentences)
    for (const { start, form } of words) {
      const pronoun = kindOfPronoun.get(form.toLowerCase())
      const found = read.get(start) ?? []
      if (pronoun === undefined && found.length === 0) continue
      const cluster = coreference.clusterAt.get(start)
      const named = cluster === undefined ? new Set<string>() : namesOf(cluster)
      const ids = [...new Set(found.map(({ actor }) => actor.id))]
      const around = gold.text.slice(Math.max(0, start - 90), start + 60).replace(/\s+/g, ' ')
      const line = `${gold.id} “${form}” ${ids.join('+') || 'open'} for ${[...named].join('+') || 'nobody named'}: …${around}…`
      references.push({ kind: pronoun ?? 'descriptions', ids, named, line })
    }
  return references
}

const isRight = ({ ids, named }: Reference): boolean => ids.length > 0 && ids.every(id => named.has(id))

const percent = (part: number, whole: number): number => Math.round((1000 * part) / Math.max(1, whole)) / 10

const tally = (references: readonly Reference[]) => {
  const resolved = references.filter(({ ids }) => ids.length > 0)
  const wanted = references.filter(({ named }) => named.size > 0)
  return {
    right: resolved.filter(isRight).length,
    resolved: resolved.length,
    wanted: wanted.length,
    found: wanted.filter(isRight).length,
  }
}

const documentsBelow = async (folder: string): Promise<GoldDocument[]> => {
  const all: GoldDocument[] = []
  for (const part of parts) all.push(...(await readTreebank(join(folder, `gum-${part}.conllu`))))
  return all.filter(({ id }) => genres.test(id))
}

const daysBelow = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const days = new Map<string, string>()
  for (const part of parts) {
    const text = await readFile(join(folder, `gum-${part}.conllu`), 'utf8')
    for (const [, id, day] of text.matchAll(/# newdoc id = (\S+)[^]*?# meta::dateCreated = (\d{4}-\d{2}-\d{2})/g))
      days.set(id!, day!)
  }
  return days
}

/** Precision and recall of the way back, over GUM. */
export const measure: Measure = async ({ gold, extras, missed }) => {
  const folder = join(gold, 'treebanks', 'gum')
  const documents = await documentsBelow(folder)
  const days = await daysBelow(folder)
  const references = await withDemarche(async demarche => {
    const all: Reference[] = []
    for (const document of documents) {
      const given = documentOf({ name: document.id, text: document.text, publishedOn: days.get(document.id) ?? null })
      const { traces } = await traceDocument(given, demarche)
      const mentions = traces.flatMap(({ tree, mentions }) =>
        mentions.map(mention => ({ ...mention, at: tree.words[mention.head]!.start })),
      )
      all.push(...referencesOf(document, mentions))
    }
    return all
  })
  const figures: Record<string, Figure> = {}
  const lines = kinds.flatMap(kind => {
    const { right, resolved, wanted, found } = tally(references.filter(reference => reference.kind === kind))
    figures[`${kind}: precision`] = { value: percent(right, resolved), unit: 'points' }
    figures[`${kind}: recall`] = { value: percent(found, wanted), unit: 'points' }
    return [
      `${kind.padEnd(14)}right ${right} of ${resolved} resolved (${percent(right, resolved)} %), found ${found} of ${wanted} with a named actor (${percent(found, wanted)} %)`,
    ]
  })
  const wrong = references.filter(reference => reference.ids.length > 0 && !isRight(reference))
  const open = references.filter(reference => reference.ids.length === 0 && reference.named.size > 0)
  return {
    lines: [
      ...lines,
      ...(extras ? wrong.map(({ line }) => `wrong ${line}`) : []),
      ...(missed ? open.map(({ line }) => `open  ${line}`) : []),
    ],
    figures,
  }
}
