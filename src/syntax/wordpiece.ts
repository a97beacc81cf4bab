// Word forms in, word pieces and a letter-case shape out: what the models read instead of letters.
// Follows the uncased BERT rules (lower-case, strip accents, split at punctuation, longest match first).
// A word never gives more than six pieces and never none. training/demarche_syntax/wordpiece.py is its twin.

const MAX_PIECES = 6
const MAX_CHARACTERS = 100

const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\u00b4': "'",
  '`': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u2033': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
  '\u2026': '...',
}

const TYPOGRAPHIC = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu')

/** The form with typewriter quotes and hyphens, which is all that the models ever see. */
export function plainForm(form: string): string {
  const plain = form.replace(TYPOGRAPHIC, char => PLAIN[char]!)
  return plain === "''" ? '"' : plain
}

/** Letter-case shapes; the order is part of the models. */
export const SHAPES = ['none', 'lower', 'title', 'upper', 'letter', 'mixed', 'digits', 'other'] as const

export type Shape = (typeof SHAPES)[number]

export function shapeOf(form: string): Shape {
  const upper = Array.from(form.matchAll(/\p{L}/gu), ([letter]) => letter !== letter.toLowerCase())
  if (upper.length === 0) return /\p{N}/u.test(form) ? 'digits' : 'other'
  if (!upper.includes(true)) return 'lower'
  if (!upper.includes(false)) return upper.length === 1 ? 'letter' : 'upper'
  return upper.lastIndexOf(true) === 0 ? 'title' : 'mixed'
}

const SYMBOL_OR_PUNCTUATION = /[!-/:-@[-`{-~\p{P}]/u
const IDEOGRAPH = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2fa1f}]/u
const SEPARATOR = /[\s\p{C}]/u

function chunksOf(form: string): string[] {
  const chunks: string[] = []
  let open = ''
  const close = (): void => {
    if (open !== '') chunks.push(open)
    open = ''
  }
  for (const char of form
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')) {
    if (SEPARATOR.test(char)) close()
    else if (SYMBOL_OR_PUNCTUATION.test(char) || IDEOGRAPH.test(char)) {
      close()
      chunks.push(char)
    } else open += char
  }
  close()
  return chunks
}

/** A word as the models read it. */
export interface Pieces {
  /** One to six ids into the vocabulary. */
  readonly ids: readonly number[]
  /** Index into SHAPES. */
  readonly shape: number
}

/** A fixed list of word pieces; a piece that continues a word begins with `##`. */
export class Vocabulary {
  readonly start: number
  readonly stop: number
  readonly #unknown: number
  readonly #ids: ReadonlyMap<string, number>
  readonly #known = new Map<string, Pieces>()

  constructor(pieces: readonly string[]) {
    this.#ids = new Map(pieces.map((piece, index) => [piece, index]))
    this.start = this.#idOf('[CLS]')
    this.stop = this.#idOf('[SEP]')
    this.#unknown = this.#idOf('[UNK]')
  }

  /** The pieces of one word; remembered, since few forms make up most of a text. */
  piecesOf(form: string): Pieces {
    const known = this.#known.get(form)
    if (known !== undefined) return known
    const ids = chunksOf(plainForm(form)).flatMap(chunk => this.#longestMatches(chunk))
    const pieces: Pieces = { ids: this.#shortened(ids), shape: SHAPES.indexOf(shapeOf(form)) }
    if (this.#known.size >= REMEMBERED) this.#known.clear()
    this.#known.set(form, pieces)
    return pieces
  }

  /** Is `word`, in lower case, one piece by itself? */
  hasWord(word: string): boolean {
    return this.#ids.has(word)
  }

  #idOf(piece: string): number {
    const id = this.#ids.get(piece)
    if (id === undefined) throw new Error(`The vocabulary lacks ${piece}`)
    return id
  }

  #shortened(ids: readonly number[]): readonly number[] {
    if (ids.length === 0) return [this.#unknown]
    return ids.length > MAX_PIECES ? [...ids.slice(0, MAX_PIECES - 1), ids.at(-1)!] : ids
  }

  #longestMatches(chunk: string): number[] {
    const chars = Array.from(chunk)
    if (chars.length > MAX_CHARACTERS) return [this.#unknown]
    const ids: number[] = []
    let start = 0
    while (start < chars.length) {
      let end = chars.length
      let id: number | undefined
      for (; end > start; end--) {
        id = this.#ids.get((start > 0 ? '##' : '') + chars.slice(start, end).join(''))
        if (id !== undefined) break
      }
      if (id === undefined) return [this.#unknown]
      ids.push(id)
      start = end
    }
    return ids
  }
}

const REMEMBERED = 50_000
