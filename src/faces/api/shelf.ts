// Where the server finds the text that a request means: pasted into it, at an address, among the examples, or stored in the ledger.
import { z } from 'zod'
import { readDocument } from '../../store/read.js'
import { withSnapshot } from '../../store/snapshot.js'
import type { Document } from '../../text/types.js'
import type { AtDesk } from './at-desk.js'
import { fetchPage } from './fetch-page.js'
import { pastedText, readFetched, readPasted, webAddress } from './incoming.js'
import { ApiTrouble } from './problem.js'
import type { Watch } from './watch.js'

/** A name in the ledger or among the examples. No name holds U+0000, and the store cannot look for it. */
export const name = z
  .string()
  .max(200)
  .regex(/^[^\0]*$/, 'holds the character U+0000, which no name may')
const exampleName = z.strictObject({ example: name })
const storedEntry = z.strictObject({ entry: name })

/** A text that may be kept: it is not in the ledger yet. */
export const newSource = z.union([pastedText, webAddress, exampleName])
/** Any text that the server can come by. */
export const anySource = z.union([pastedText, webAddress, exampleName, storedEntry])

export interface Shelf {
  readonly examples: readonly Document[]
  /** @throws ApiTrouble where no example is called so. */
  example(name: string): Document
  /** @throws ApiTrouble where there is no such text, or it could not be fetched. */
  find(source: z.output<typeof anySource>, watch?: Watch): Promise<Document>
}

const missing = (entry: string): ApiTrouble =>
  new ApiTrouble(
    'no-such-document',
    404,
    `No document ${entry} with a text is in this ledger.`,
    'GET /api/documents lists them.',
  )

export const openShelf = (examples: readonly Document[], atDesk: AtDesk): Shelf => {
  const byName = new Map(examples.map(example => [example.name, example]))
  const example = (name: string): Document => {
    const found = byName.get(name)
    if (found === undefined)
      throw new ApiTrouble('no-such-example', 404, `No example is called "${name}".`, 'GET /api/examples lists them.')
    return found
  }
  const stored = (entry: string): Promise<Document> =>
    atDesk(({ ledger }) =>
      withSnapshot(ledger, async snapshot => {
        const document = await readDocument(ledger, snapshot, entry)
        if (document === undefined) throw missing(entry)
        return document
      }),
    )
  return {
    examples,
    example,
    find: async (source, watch) => {
      if ('example' in source) return example(source.example)
      if ('entry' in source) return stored(source.entry)
      if ('text' in source) return readPasted(source)
      watch?.tell({ step: 'fetching', done: 0, of: 1 })
      return readFetched(await fetchPage(source.url), source.publishedOn)
    },
  }
}
