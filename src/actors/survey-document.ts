// The pass that fills the survey: names counted, people named in full, abbreviations in brackets and new bodies learned, and the day of
// which each sentence speaks.

import type { ActorEntry } from '../knowledge/actor-schema.js'
import type { Tree, Word } from '../syntax/types.js'
import type { Document, Sentence } from '../text/types.js'
import type { ActorIndex } from './actor-index.js'
import { fold, type Piece, piecesOf, slugOf } from './fold.js'
import { homeOf } from './home.js'
import { namesOf } from './lessons.js'
import type { Body } from './lexicon.js'
import { findHits, type Hits, type NameHit } from './name-hits.js'
import { type Referent, referentOf } from './referents.js'
import type { Lesson } from './scene.js'
import { certainIds, type Survey } from './survey.js'

const year = /^(1[89]|20)\d\d$/

/** The year that a sentence names if the document's day is later, else that of the sentence before in its block, else the document's day. */
const daysOf = (document: Document, sentences: readonly Sentence[], trees: readonly Tree[]): (string | null)[] => {
  let block = -1
  let told: string | null = null
  return trees.map((tree, index) => {
    const of = sentences[index]?.block ?? -1
    if (of !== block) told = null
    block = of
    const years = tree.words.map(word => word.form).filter(form => year.test(form))
    const last = years.sort().at(-1)
    if (last !== undefined)
      told = document.publishedOn !== null && last >= document.publishedOn.slice(0, 4) ? null : last
    return told ?? document.publishedOn
  })
}

const capital = /^\p{Lu}/u
const abbreviation = /^\p{Lu}[\p{Lu}\d-]{1,8}s?$/u
const connectors = new Set(['of', 'for', 'the', 'and', 'in', 'de', 'to', 'on', '-', "'s", '’s', '&'])

/** Months and weekdays end no name: "the Arab League in November". */
const calendar =
  /^(January|February|March|April|May|June|July|August|September|October|November|December|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/

const nominal = new Set(['PROPN', 'NOUN', 'ADJ', 'NUM', 'X'])

/** "The", "According" and "to" begin no name, whatever their capitals. */
const opensName = (word: Word): boolean => nominal.has(word.upos) && capital.test(word.form)

/** "Britain and the European Union", "Iraq and Kurdish Forces": an "and" between two names, not inside one. */
const parts = (tree: Tree, hits: Hits, index: number): boolean => {
  if (!/^(and|&)$/.test(tree.words[index]!.form)) return false
  if (hits.names.some(({ first, last }) => first < index && last > index)) return false
  return tree.words[index + 1]?.form === 'the' || hits.names.some(({ last }) => last === index - 1)
}

/** First word of the capitalised run that ends at `last`, connectors inside it allowed. */
const runStart = (tree: Tree, hits: Hits, last: number): number => {
  let start = last + 1
  for (let index = last; index >= 0 && index > last - 14; index--) {
    const { form } = tree.words[index]!
    if (capital.test(form)) start = index
    else if (!connectors.has(form) || parts(tree, hits, index)) break
  }
  while (start < last && !opensName(tree.words[start]!)) start++
  return start
}

const spells = (tree: Tree, start: number, last: number, letters: string): boolean => {
  const initials = tree.words
    .slice(start, last + 1)
    .filter(word => capital.test(word.form))
    .map(word => word.form[0])
  return initials.length > 1 && initials[0] === letters[0] && letters.length <= initials.length + 2
}

const textOf = (document: Document, tree: Tree, first: number, last: number): string =>
  document.text.slice(tree.words[first]!.start, tree.words[last]!.end).replace(/\s+/g, ' ')

const firstEntry = (hit: NameHit | undefined) => hit?.senses.find(sense => sense.of === 'entry')

/** Whom the name before a bracket stands for; a seat or a bare adjective is not what an abbreviation abbreviates. */
const referentIn = (actors: ActorIndex, hit: NameHit | undefined, words: string): Referent | undefined => {
  const sense = firstEntry(hit)
  if (sense?.of !== 'entry' || certainIds(hit!.senses).length === 0) return undefined
  return sense.via === 'name' || sense.via === 'organ' ? referentOf(actors, sense.entry, sense.via, words) : undefined
}

/** A body that the document names and no index knows. */
const newBody = (name: string, body: Body, country: string | null): Referent => ({
  id: slugOf(name),
  name,
  kind: body.kind,
  country,
  sectors: body.sectors,
  agent: null,
})

/** The last word of the run before what it is of, for or in: "Salma Qadri of the Arab League" is no league. */
const headEnd = (tree: Tree, first: number, last: number): number => {
  for (let index = first + 1; index <= last; index++) if (tree.words[index]!.upos === 'ADP') return index - 1
  return last
}

/** "Jordanian 71st Counter Terrorism Battalion": the state whose adjective stands before the name, a number between at most. */
const stateBefore = (hits: Hits, first: number): ActorEntry | undefined => {
  const before = hits.names.find(({ last }) => last === first - 1 || last === first - 2)
  const sense = firstEntry(before)
  return sense?.of === 'entry' && sense.via === 'adjective' && sense.entry.kind === 'state' ? sense.entry : undefined
}

/** The actor that a capitalised run with a noun of bodies names: a body of its own, an organ of the state inside its name, nobody for two states. */
const bodyIn = (
  document: Document,
  tree: Tree,
  hits: Hits,
  actors: ActorIndex,
  range: { readonly first: number; readonly last: number; readonly bracketed: boolean },
): Lesson | undefined => {
  const { first, bracketed } = range
  const end = headEnd(tree, first, range.last)
  const bodies = tree.words.slice(first, end + 1).map(word => actors.lexicon.bodies.get(word.form.toLowerCase()))
  const at = bodies.findIndex((body, index) => body !== undefined && (index > 0 || bracketed))
  const noun = bodies[at]
  // "the Sudan Sovereign Council Ali Nur": what follows the noun of a body at once is somebody's name.
  const last = at > 0 && first + at < end && !bracketed ? first + at : range.last
  const inside = hits.names.filter(hit => hit.first >= first && hit.last <= last).map(hit => firstEntry(hit))
  const states = inside.flatMap(sense => (sense?.of === 'entry' && sense.entry.kind === 'state' ? [sense.entry] : []))
  if (states.some(({ id }) => id !== states[0]!.id)) return undefined
  const [state] = states
  const country = state?.id ?? null
  const name = textOf(document, tree, first, last)
  if (noun === undefined) return undefined
  const owner = noun.kind === 'armed-group' ? stateBefore(hits, first) : undefined
  if (owner !== undefined) return { name, referent: referentOf(actors, owner, 'organ', name), surname: false }
  if (noun.kind !== 'igo') return { name, referent: newBody(name, noun, country), surname: false }
  if (state !== undefined) return { name, referent: referentOf(actors, state, 'organ', name), surname: false }
  return bracketed ? { name, referent: newBody(name, noun, null), surname: false } : undefined
}

const bracketLessons = (document: Document, tree: Tree, hits: Hits, actors: ActorIndex): Lesson[] => {
  const { words } = tree
  const lessons: Lesson[] = []
  for (let index = 1; index + 2 < words.length; index++) {
    const short = words[index + 1]!.form
    if (!/^[([]$/.test(words[index]!.form) || !/^[)\]]$/.test(words[index + 2]!.form) || !abbreviation.test(short))
      continue
    if (hits.names.some(hit => hit.first === index + 1)) continue
    const hit = hits.names.find(({ last }) => last === index - 1)
    const known = referentIn(actors, hit, hit === undefined ? '' : textOf(document, tree, hit.first, hit.last))
    const start = runStart(tree, hits, index - 1)
    if (known !== undefined && (start >= hit!.first || !spells(tree, start, index - 1, short))) {
      lessons.push({ name: short, referent: known, surname: false })
      continue
    }
    if (start >= index || !spells(tree, start, index - 1, short)) continue
    const body = bodyIn(document, tree, hits, actors, { first: start, last: index - 1, bracketed: true })
    if (body !== undefined) lessons.push(body, { ...body, name: short })
  }
  return lessons
}

/** "President of the Linguistic Society" begins at "Linguistic". */
const afterOffice = (tree: Tree, hits: Hits, first: number): number => {
  const office = hits.nouns.find(noun => noun.first === first && noun.noun.class === 'office')
  if (office === undefined) return first
  let next = office.last + 1
  while (next < tree.words.length && !capital.test(tree.words[next]!.form)) next++
  return next
}

const bodyLessons = (document: Document, tree: Tree, hits: Hits, actors: ActorIndex): Lesson[] => {
  const lessons: Lesson[] = []
  const long = tree.words.filter(word => word.form.length > 3)
  if (long.filter(word => capital.test(word.form)).length > long.length * 0.7) return lessons
  for (let last = tree.words.length - 1; last > 0; last--) {
    const { form } = tree.words[last]!
    if (!capital.test(form) || calendar.test(form)) continue
    const first = afterOffice(tree, hits, runStart(tree, hits, last))
    const known = hits.names.some(hit => hit.first <= first && hit.last >= last)
    const organ = hits.nouns.some(noun => noun.first === first && noun.noun.class === 'organ')
    if (first < last && !known && !organ) {
      const body = bodyIn(document, tree, hits, actors, { first, last, bracketed: false })
      if (body !== undefined) lessons.push(body)
    }
    last = Math.min(last, runStart(tree, hits, last))
  }
  return lessons
}

/** A title names what a document is about. */
const titleWeight = 3

const namedInTitle = (document: Document, actors: ActorIndex): readonly string[] => {
  if (document.title === null) return []
  const forms = document.title.split(/[\s,:;()“”"–—]+/).map(form => form.replace(/['’]s?$/, ''))
  return findHits(piecesOf(forms, forms.map(fold)), actors, namesOf([], new Set())).names.flatMap(hit =>
    certainIds(hit.senses),
  )
}

export interface Surveyed {
  readonly survey: Survey
  readonly days: readonly (string | null)[]
  readonly hits: readonly Hits[]
}

/** Surveys a document; `pieces` are those of the trees' words. */
export const surveyDocument = (
  document: Document,
  sentences: readonly Sentence[],
  trees: readonly Tree[],
  pieces: readonly (readonly Piece[])[],
  actors: ActorIndex,
): Surveyed => {
  const words = new Set<string>()
  const counts = new Map<string, number>()
  const inFull = new Set<string>()
  const introduced = new Set<string>()
  const lessons: Lesson[] = []
  const none = namesOf([], new Set())
  const found = pieces.map(row => findHits(row, actors, none))
  for (const id of namedInTitle(document, actors)) counts.set(id, (counts.get(id) ?? 0) + titleWeight)
  trees.forEach((tree, sentence) => {
    for (const piece of pieces[sentence]!) words.add(piece.key)
    const hits = found[sentence]!
    for (const hit of hits.names) {
      for (const id of certainIds(hit.senses)) counts.set(id, (counts.get(id) ?? 0) + 1)
      for (const sense of hit.senses) {
        if (sense.of !== 'person') continue
        if (sense.full) inFull.add(sense.person.name)
        const office = hits.nouns.find(noun => noun.last === hit.first - 1 && noun.noun.class === 'office')
        const before = office === undefined ? undefined : tree.words[office.first - 1]?.form.toLowerCase()
        if (office !== undefined && (before === undefined || !actors.lexicon.former.has(before)) && sense.full)
          introduced.add(sense.person.name)
      }
    }
    lessons.push(...bracketLessons(document, tree, hits, actors), ...bodyLessons(document, tree, hits, actors))
  })
  return {
    survey: {
      day: document.publishedOn,
      home: homeOf(document, actors),
      words,
      counts,
      inFull,
      introduced,
      lessons,
      learned: namesOf(lessons, actors.lexicon.surnameFirst),
    },
    days: daysOf(document, sentences, trees),
    hits: found,
  }
}
