// Voices that a mark alone brings in: the name before a colon in a transcript ("PENCE: …") or a headline ("Erdogan: Turkey will …"), and the
// name under a quotation ("…" — A. Author). Datelines ("ISLAMABAD: …") look the same and are none.
import type { Document, Sentence, Span } from '../../text/types.js'
import { baseOf, type Reading } from '../frames/reading.js'
import { cover } from '../quote.js'
import type { VoiceLexicon } from './lexicon.js'
import type { Quotation } from './quotations.js'
import { speakerOf } from './sources.js'
import type { Attribution, Speaker } from './types.js'

/** A run of words that may name a speaker, and the mark beside it. */
interface Label {
  readonly reading: Reading
  readonly first: number
  readonly last: number
  readonly mark: number
}

const longestName = 6
const isOpening = (form: string): boolean => /^["“„'‘(]+$/.test(form)
const isNamelike = (form: string): boolean => /^\p{Lu}[\p{L}.'’-]*$/u.test(form)
const isUpper = (form: string): boolean => /\p{Lu}{2}/u.test(form) && form === form.toUpperCase()

/** The words before a colon at the start of a sentence, all of them capitalised; null where there are none. */
const labelOf = (reading: Reading): Label | null => {
  const { words } = reading
  const first = words.findIndex(word => !isOpening(word.form))
  const mark = words.findIndex(word => word.form === ':')
  if (first < 0 || mark <= first || mark - first > longestName || mark + 2 >= words.length) return null
  return words.slice(first, mark).every(word => isNamelike(word.form)) ? { reading, first, last: mark - 1, mark } : null
}

const formsOf = ({ reading, first, last }: Label): readonly string[] =>
  reading.words.slice(first, last + 1).map(word => word.form)

const headOf = ({ reading, first, last }: Label): number => {
  for (let word = first; word <= last; word++) {
    const { head } = reading.words[word]!
    if ((head < first || head > last) && baseOf(reading.words[word]!.deprel) !== 'punct') return word
  }
  return last
}

const fewestTurns = 3

/** Labels in upper case speak where a title stands among them, or where they come back as they do in a transcript. */
const transcriptLabels = (labels: readonly Label[], lexicon: VoiceLexicon): readonly Label[] => {
  const upper = labels.filter(label => formsOf(label).every(isUpper))
  const titled = upper.filter(label => formsOf(label).some(form => lexicon.titles.has(form.toLowerCase())))
  return upper.length >= fewestTurns ? upper : titled
}

/** Does a headline's label name a person or a body that speaks, or a source without a name ("Report: …")? */
const speaksInHeadline = (label: Label, speaker: Speaker, lexicon: VoiceLexicon): boolean => {
  if (formsOf(label).every(isUpper)) return false
  switch (speaker.kind) {
    case 'mention':
      return speaker.mention.actor.agent !== null || ['person', 'igo', 'ngo'].includes(speaker.mention.actor.kind)
    case 'name':
      return label.last > label.first
    case 'unnamed':
      return lexicon.unnamed.has(label.reading.words[headOf(label)]!.lemma.toLowerCase())
    case 'author':
      return false
  }
}

const attributionOf = (
  label: Label,
  family: string,
  content: Span,
  lexicon: VoiceLexicon,
  speaker = speakerOf(label.reading, [headOf(label)], new Set([label.mark]), lexicon).speaker,
): Attribution => {
  const { reading, first, last, mark } = label
  const word = reading.words[mark]!
  return {
    sentence: reading.sentence,
    form: 'said',
    family,
    frame: 'block',
    voice: true,
    cue: { head: mark, first: mark, last: mark, span: { start: word.start, end: word.end } },
    speaker,
    source: cover(reading.words.slice(first, last + 1)),
    content: [content],
    negated: false,
    hearsay: speaker.kind === 'unnamed',
    quoted: false,
    direct: true,
  }
}

const turns = (
  labels: readonly Label[],
  document: Document,
  sentences: readonly Sentence[],
  lexicon: VoiceLexicon,
): readonly Attribution[] =>
  labels.map((label, index) => {
    const next = labels[index + 1]
    const { block } = sentences[label.reading.sentence]!
    const blockEnd = document.blocks[block]!.end
    const end =
      next !== undefined && sentences[next.reading.sentence]!.block === block
        ? next.reading.words[next.first]!.start
        : blockEnd
    return attributionOf(label, 'transcript', { start: label.reading.words[label.mark]!.end, end }, lexicon)
  })

const headlines = (
  labels: readonly Label[],
  document: Document,
  sentences: readonly Sentence[],
  lexicon: VoiceLexicon,
): readonly Attribution[] =>
  labels.flatMap(label => {
    const sentence = sentences[label.reading.sentence]!
    const opens = label.reading.sentence === 0 || document.blocks[sentence.block]!.kind === 'heading'
    const { speaker } = speakerOf(label.reading, [headOf(label)], new Set([label.mark]), lexicon)
    if (!opens || !speaksInHeadline(label, speaker, lexicon)) return []
    const content = { start: label.reading.words[label.mark]!.end, end: sentence.end }
    return [attributionOf(label, 'headline', content, lexicon, speaker)]
  })

const dash = /^(―|—|–|-{1,2})$/

/** The name signed under a quotation: a dash right after it and then nothing but a name. */
const signatureOf = (quotation: Quotation, readings: readonly Reading[]): Label | null => {
  for (const reading of readings) {
    const mark = reading.words.findIndex(word => word.start >= quotation.end)
    if (mark < 0) continue
    const first = mark + 1
    const isBeside = reading.words[mark]!.start - quotation.end <= 2 && dash.test(reading.words[mark]!.form)
    if (!isBeside || reading.words[first] === undefined) return null
    let last = mark
    while (last - mark < longestName && isNamelike(reading.words[last + 1]?.form ?? '')) last++
    const next = reading.words[last + 1]?.form
    const ends = next === undefined || /^[.,;("“”„]/.test(next)
    return last >= first && ends && reading.words[first]!.upos === 'PROPN' ? { reading, first, last, mark } : null
  }
  return null
}

/** Reads the labels and signatures of a document. */
export const labelVoices = (
  document: Document,
  sentences: readonly Sentence[],
  readings: readonly Reading[],
  quotations: readonly Quotation[],
  lexicon: VoiceLexicon,
): readonly Attribution[] => {
  const labels = readings.map(labelOf).filter(label => label !== null)
  const signed = quotations.flatMap(quotation => {
    const label = signatureOf(quotation, readings)
    return label === null ? [] : [attributionOf(label, 'signature', quotation, lexicon)]
  })
  return [
    ...turns(transcriptLabels(labels, lexicon), document, sentences, lexicon),
    ...headlines(labels, document, sentences, lexicon),
    ...signed,
  ]
}
