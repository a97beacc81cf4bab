// CoNLL-U files in, gold sentences and the raw text they stand in out.
// Law: every gold word has a span of its document's text; words written as one ("don't") share it letter by letter
// where their forms spell it, and take the whole of it where not.
import { readFile } from 'node:fs/promises'

export interface GoldWord {
  readonly start: number
  readonly end: number
  readonly form: string
  readonly lemma: string
  readonly upos: string
  /** As CoNLL-U writes them; `_` for none. */
  readonly feats: string
  /** Index within the sentence; -1 for the root. */
  readonly head: number
  readonly deprel: string
  /** The last column, as it stands; `_` for none. */
  readonly misc: string
}

export interface GoldSentence {
  readonly document: string
  readonly words: readonly GoldWord[]
}

export interface GoldDocument {
  readonly id: string
  /** Paragraphs stand two line feeds apart. */
  readonly text: string
  readonly sentences: readonly GoldSentence[]
}

/** Reads one treebank file; empty nodes are left out. */
export async function readTreebank(file: string): Promise<GoldDocument[]> {
  const documents: { id: string; text: string; sentences: GoldSentence[] }[] = []
  const blocks = (await readFile(file, 'utf8')).split(/\n\n+/)
  for (const block of blocks.filter(block => block.trim() !== '')) {
    const lines = block.split('\n')
    const opening = lines.find(line => line.startsWith('# newdoc'))
    if (opening !== undefined || documents.length === 0) {
      documents.push({ id: opening?.split('=')[1]?.trim() ?? file, text: '', sentences: [] })
    }
    const document = documents.at(-1)!
    if (lines.some(line => line.startsWith('# newpar')) && document.text !== '') {
      document.text = `${document.text.trimEnd()}\n\n`
    }
    const { words, text } = readSentence(lines, document.text)
    document.text = text
    document.sentences.push({ document: document.id, words })
  }
  return documents
}

function readSentence(lines: readonly string[], before: string): { words: GoldWord[]; text: string } {
  const words: GoldWord[] = []
  let text = before
  let joint: { last: number; start: number; end: number; spelt: boolean; at: number } | undefined
  for (const line of lines) {
    const [id = '', form = '', lemma = '', upos = '', , feats = '', head = '', deprel = '', , misc = ''] =
      line.split('\t')
    const spaced = misc.split('|').includes('SpaceAfter=No') ? '' : ' '
    if (/^\d+-\d+$/.test(id)) {
      const [first, last] = id.split('-').map(Number) as [number, number]
      const parts = lines
        .map(each => each.split('\t'))
        .filter(([part]) => Number(part) >= first && Number(part) <= last)
      const spelt = parts.map(part => part[1]).join('') === form
      joint = { last, start: text.length, end: text.length + form.length, spelt, at: text.length }
      text += form + spaced
    } else if (/^\d+$/.test(id)) {
      const rest = { form, lemma, upos, feats, head: Number(head) - 1, deprel, misc }
      if (joint === undefined || Number(id) > joint.last) {
        joint = undefined
        words.push({ start: text.length, end: text.length + form.length, ...rest })
        text += form + spaced
      } else if (joint.spelt) {
        words.push({ start: joint.at, end: joint.at + form.length, ...rest })
        joint.at += form.length
      } else words.push({ start: joint.start, end: joint.end, ...rest })
    }
  }
  return { words, text }
}
