// A sentence too long for any reader in, parts of bounded length out, cut at a punctuation mark where one stands.
import type { Token } from './types.js'

/** Words that a part may have at most, and that a part has at least when it is cut at a punctuation mark. */
const limits = { most: 180, least: 90 }

const strengths: readonly ReadonlySet<string>[] = [
  new Set([';', '.', '!', '?']),
  new Set([':', '—', '–', '--', '...', '…']),
  new Set([',']),
]

/** The length of the first part of the tokens from `from`, more of which remain than a part may have. */
const partLength = (tokens: readonly Token[], from: number): number => {
  for (const marks of strengths) {
    for (let length = limits.most; length >= limits.least; length--) {
      if (marks.has(tokens[from + length - 1]!.form)) return length
    }
  }
  return limits.most
}

/** The parts of a sentence, in order; one part where it is short enough. */
export const cutSentence = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  if (tokens.length <= limits.most) return [tokens]
  const parts: Token[][] = []
  let from = 0
  while (tokens.length - from > limits.most) {
    const length = partLength(tokens, from)
    parts.push(tokens.slice(from, from + length))
    from += length
  }
  return [...parts, tokens.slice(from)]
}
