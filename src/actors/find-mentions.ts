// Document, sentences and trees in, mentions out: who is named, meant or referred to, and where. Sentence by sentence in text order;
// a second round follows only where the document teaches a name after it has used it.
import type { Tree } from '../syntax/types.js'
import type { Document, Sentence } from '../text/types.js'
import type { ActorIndex } from './actor-index.js'
import { openDiscourse } from './discourse.js'
import { fold, type Piece, piecesOf } from './fold.js'
import { namesOf } from './lessons.js'
import { findHits, type Hits, mayHold } from './name-hits.js'
import { readAt } from './phrase-reading.js'
import { remember, rememberCompany, rememberList, rememberOthers } from './remembering.js'
import { roleInside, roleOf } from './roles.js'
import { type Lesson, openScene, type Reading, type Scene } from './scene.js'
import { openSpeakers } from './speakers.js'
import type { Survey } from './survey.js'
import { surveyDocument } from './survey-document.js'
import type { Mention } from './types.js'

/** A name learned in a sentence. */
interface Learned extends Lesson {
  readonly sentence: number
}

interface Round {
  readonly mentions: readonly Mention[]
  readonly lessons: readonly Learned[]
}

/** What a document brings to every round of reading. */
interface Given {
  readonly document: Document
  readonly sentences: readonly Sentence[]
  readonly trees: readonly Tree[]
  readonly actors: ActorIndex
  readonly keys: readonly (readonly string[])[]
  readonly pieces: readonly (readonly Piece[])[]
  /** Names of the index and agent nouns in each sentence. */
  readonly hits: readonly Hits[]
  readonly days: readonly (string | null)[]
}

const toMentions = (scene: Scene, reading: Reading, role: Mention['role']): Mention[] => {
  const { words } = scene.tree
  const start = words[reading.first]!.start
  const end = words[reading.last]!.end
  const surface = scene.document.text.slice(start, end)
  return reading.referents.map(referent => ({
    start,
    end,
    sentence: scene.sentence,
    head: reading.head,
    first: reading.first,
    last: reading.last,
    actor: {
      id: referent.id,
      name: referent.name,
      surface,
      kind: referent.kind,
      country: referent.country,
      sectors: referent.sectors,
      agent: referent.agent,
    },
    role,
    via: reading.via,
    score: Math.round(reading.score * 100) / 100,
    others: reading.others,
  }))
}

const readSentence = (scene: Scene): Mention[] => {
  const mentions: Mention[] = []
  for (const phrase of scene.phrases.list) {
    const read = readAt(scene, phrase.head)
    if (read === undefined) continue
    const absorbed = scene.absorbed.has(phrase)
    for (const modifier of read.modifiers) {
      const role = roleInside(scene, modifier)
      if (!absorbed) mentions.push(...toMentions(scene, modifier, role))
      remember(scene, modifier, role === 'place')
    }
    for (const owner of read.owners) remember(scene, owner, false)
    if (read.own !== undefined) {
      const role = roleOf(scene, read.own)
      if (!absorbed) mentions.push(...toMentions(scene, read.own, role))
      remember(scene, read.own, role === 'place')
    }
    rememberOthers(scene, phrase, read)
    rememberList(scene, phrase, read)
    if (!absorbed) for (const listed of read.listed) mentions.push(...toMentions(scene, listed, roleOf(scene, listed)))
  }
  rememberCompany(scene)
  return mentions
}

const readDocument = (given: Given, survey: Survey): Round => {
  const { document, sentences, trees, actors, keys, pieces, hits, days } = given
  const discourse = openDiscourse()
  const lessons: Learned[] = []
  const mentions: Mention[] = []
  let learned = survey.learned
  const speakers = openSpeakers(document, sentences, trees, actors)
  trees.forEach((tree, sentence) => {
    const known = lessons.length
    const scene: Scene = openScene({
      document,
      actors,
      survey,
      discourse,
      sentence,
      tree,
      day: days[sentence] ?? null,
      keys: keys[sentence]!,
      hits: mayHold(learned, pieces[sentence]!) ? findHits(pieces[sentence]!, actors, learned) : hits[sentence]!,
      speakerOf: word => speakers.speakerOf(sentence, word, discourse, at => readAt(scene, at)?.own),
      learn: lesson => lessons.push({ ...lesson, sentence }),
    })
    mentions.push(...readSentence(scene))
    if (lessons.length > known) learned = namesOf([...survey.lessons, ...lessons], actors.lexicon.surnameFirst)
  })
  return { mentions, lessons }
}

/** True where a name was used before the sentence that teaches it. */
const taughtLate = (lessons: readonly Learned[], pieces: Given['pieces']): boolean =>
  lessons.some(lesson => {
    const keys = lesson.name.split(/\s+/).map(fold)
    const ends = [keys[0], keys.at(-1)]
    return pieces.slice(0, lesson.sentence).some(row => row.some(piece => piece.capital && ends.includes(piece.key)))
  })

/**
 * Finds every actor that a document names, means or refers to.
 * Mentions come in the order of sentences and, within one, of phrases; several may share a head ("the leaders of France and Germany").
 * @param trees one per sentence, its words over the sentence's tokens.
 */
export const findMentions = (
  document: Document,
  sentences: readonly Sentence[],
  trees: readonly Tree[],
  actors: ActorIndex,
): Mention[] => {
  const keys = trees.map(tree => tree.words.map(word => fold(word.form)))
  const pieces = trees.map((tree, index) =>
    piecesOf(
      tree.words.map(word => word.form),
      keys[index]!,
    ),
  )
  const { survey, days, hits } = surveyDocument(document, sentences, trees, pieces, actors)
  const given = { document, sentences, trees, actors, keys, pieces, hits, days }
  const { mentions, lessons } = readDocument(given, survey)
  if (!taughtLate(lessons, pieces)) return [...mentions]
  const all = [...survey.lessons, ...lessons]
  return [
    ...readDocument(given, { ...survey, lessons: all, learned: namesOf(all, actors.lexicon.surnameFirst) }).mentions,
  ]
}

/** Mentions by sentence, then by the word that heads them. */
export const mentionsByHead = (
  mentions: readonly Mention[],
): ReadonlyMap<number, ReadonlyMap<number, readonly Mention[]>> => {
  const bySentence = new Map<number, Map<number, Mention[]>>()
  for (const mention of mentions) {
    const byHead = bySentence.get(mention.sentence) ?? new Map<number, Mention[]>()
    bySentence.set(mention.sentence, byHead)
    const row = byHead.get(mention.head)
    if (row === undefined) byHead.set(mention.head, [mention])
    else row.push(mention)
  }
  return bySentence
}
