// Long work, watched: a parser in, the same parser out, which tells how far it is and stops when it is told to.
// Law: what comes out does not depend on whether anybody watches, since a tree depends on its sentence alone.
import type { Parser, Tree } from '../../syntax/types.js'

/** How far a piece of work is: `done` of `of`, counted in what `step` names. */
export interface Progress {
  readonly step: 'fetching' | 'coding' | 'documents' | 'comparing'
  readonly done: number
  readonly of: number
}

/** Who watches a piece of work: is told how far it is, and may stop it. */
export interface Watch {
  readonly tell: (progress: Progress) => void
  readonly signal: AbortSignal
}

/** A parser that tells of each sentence before it reads it. @throws the signal's reason when told to stop. */
export const watchParser = (parser: Parser, { tell, signal }: Watch): Parser => ({
  ...parser,
  parse: async sentences => {
    const trees: Tree[] = []
    for (const [index, sentence] of sentences.entries()) {
      signal.throwIfAborted()
      tell({ step: 'coding', done: index, of: sentences.length })
      trees.push(...(await parser.parse([sentence])))
    }
    return trees
  },
})
