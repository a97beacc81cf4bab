// Documents with coreference in; how often a pronoun or a description that is given an actor stands for one that its cluster names, and
// how many that stand for a named actor are left open. Whom a name means is taken from the program itself: only the way back is measured. The
// weights of pronouns were fitted to these texts; `antecedents` says how good they are on texts that they have not seen.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Mention } from '../src/actors/types.js'
import { type Demarche, traceDocument } from '../src/demarche.js'
import type { Document } from '../src/text/types.js'
import { documentOf, withDemarche } from './coding.js'
import { type Coreference, coreferenceOf } from './coreference.js'
import type { Figure, Measure } from './report.js'
import { type GoldDocument, readTreebank } from './treebanks.js'

/** Genres of GUM that are written or spoken about third parties. */
const genres = /^GUM_(news|interview|speech|bio|voyage|textbook)_/
const parts = ['train', 'dev', 'test'] as const
const kinds = ['it', 'they', 'he, she', 'I, we', 'descriptions'] as const
type Kind = (typeof kinds)[number]

const words: Readonly<Record<Exclude<Kind, 'descriptions'>, readonly string[]>> = {
  it: ['it', 'its', 'itself'],
  they: ['they', 'them', 'their', 'theirs', 'themselves'],
  'he, she': ['he', 'she', 'him', 'her', 'his', 'hers', 'himself', 'herself'],
  'I, we': ['i', 'me', 'my', 'mine', 'myself', 'we', 'us', 'our', 'ours', 'ourselves'],
}
const kindOfPronoun: ReadonlyMap<string, Kind> = new Map(
  Object.entries(words).flatMap(([kind, forms]) => forms.map(form => [form, kind as Kind])),
)

/** A phrase that stands for somebody without naming him: whom it was read as, and whom its cluster names. */
export interface Reference {
  readonly kind: Kind
  readonly ids: readonly string[]
  readonly named: ReadonlySet<string>
  readonly line: string
}

interface Placed extends Mention {
  /** Start of the word that heads it, in the document's text. */
  readonly at: number
}

const refers = ({ via }: Mention): boolean => via === 'pronoun' || via === 'description' || via === 'issuer'

/** Ids that the program read by name in each cluster, the clusters that make it up included. */
const namedIn = ({ clustersAt, parts }: Coreference, mentions: readonly Placed[]) => {
  const own = new Map<string, Set<string>>()
  for (const mention of mentions) {
    const cluster = refers(mention) ? undefined : clustersAt.get(mention.at)?.[0]
    if (cluster !== undefined) own.set(cluster, (own.get(cluster) ?? new Set()).add(mention.actor.id))
  }
  return (cluster: string): ReadonlySet<string> =>
    new Set([cluster, ...(parts.get(cluster) ?? [])].flatMap(one => [...(own.get(one) ?? [])]))
}

const referencesOf = (gold: GoldDocument, mentions: readonly Placed[]): Reference[] => {
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
      const cluster = coreference.clustersAt.get(start)?.[0]
      const named = cluster === undefined ? new Set<string>() : namesOf(cluster)
      const ids = [...new Set(found.map(({ actor }) => actor.id))]
      const around = gold.text.slice(Math.max(0, start - 110), start + 60).replace(/\s+/g, ' ')
      const line = `${gold.id} “${form}” ${ids.join('+') || 'open'} for ${[...named].join('+') || 'nobody named'}: …${around}…`
      references.push({ kind: pronoun ?? 'descriptions', ids, named, line })
    }
  return references
}

/** A gold document as the program reads it. */
export interface Annotated {
  readonly gold: GoldDocument
  readonly document: Document
}

/** Reads every reference of the documents. */
export const readReferences = async (
  documents: readonly Annotated[],
  demarche: Demarche,
): Promise<readonly Reference[]> => {
  const all: Reference[] = []
  for (const { gold, document } of documents) {
    const { traces } = await traceDocument(document, demarche)
    const mentions = traces.flatMap(({ tree, mentions }) =>
      mentions.map(mention => ({ ...mention, at: tree.words[mention.head]!.start })),
    )
    all.push(...referencesOf(gold, mentions))
  }
  return all
}

const dayOf = (text: string, id: string): string | null => {
  const from = text.indexOf(`# newdoc id = ${id}\n`)
  return /# meta::dateCreated = (\d{4}-\d{2}-\d{2})/.exec(text.slice(from, from + 4000))?.[1] ?? null
}

/** The documents of GUM below `gold` that have coreference and suit. */
export const annotatedDocuments = async (gold: string): Promise<readonly Annotated[]> => {
  const all: Annotated[] = []
  for (const part of parts) {
    const file = join(gold, 'treebanks', 'gum', `gum-${part}.conllu`)
    const text = await readFile(file, 'utf8')
    for (const document of (await readTreebank(file)).filter(({ id }) => genres.test(id))) {
      const given = { name: document.id, text: document.text, publishedOn: dayOf(text, document.id) }
      all.push({ gold: document, document: documentOf(given) })
    }
  }
  return all
}

const isRight = ({ ids, named }: Reference): boolean => ids.length > 0 && ids.every(id => named.has(id))

const percent = (part: number, whole: number): number => Math.round((1000 * part) / Math.max(1, whole)) / 10

/** Precision and recall of each kind, as lines and as figures. */
export const scoreReferences = (references: readonly Reference[]) => {
  const figures: Record<string, Figure> = {}
  const lines = kinds.map(kind => {
    const own = references.filter(reference => reference.kind === kind)
    const resolved = own.filter(({ ids }) => ids.length > 0)
    const wanted = own.filter(({ named }) => named.size > 0)
    const right = resolved.filter(isRight).length
    const precision = percent(right, resolved.length)
    const recall = percent(right, wanted.length)
    figures[`${kind}: precision`] = { value: precision, unit: 'points' }
    figures[`${kind}: recall`] = { value: recall, unit: 'points' }
    const found = `right ${right} of ${resolved.length} resolved (${precision} %)`
    return `${kind.padEnd(14)}${found}, of ${wanted.length} with a named actor (${recall} %)`
  })
  return { lines, figures }
}

/** Precision and recall of the way back, over GUM. */
export const measure: Measure = async ({ gold, extras, missed }) => {
  const documents = await annotatedDocuments(gold)
  const references = await withDemarche(demarche => readReferences(documents, demarche))
  const { lines, figures } = scoreReferences(references)
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
