// README's terminal pictures: a block of text after a line that names its command holds what the command prints on the demo ledger. The
// clock stands still, for a citation tells the day on which its text was added.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runLine } from './command-line.js'
import { readmeFile } from './golden.js'

/** Columns of the terminal whose pictures these are. */
const width = 100
const day = Date.UTC(2024, 6, 1)
const picture = /(?<=<!-- picture: demarche (?<command>.+?) -->\n+```\n\$ .*\n\n?)[^`]*(?=\n```)/g

/** The words of a command line; quotation marks hold a word of several together. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!)

const atDay = async <T>(work: () => Promise<T>): Promise<T> => {
  const { now } = Date
  Date.now = () => day
  try {
    return await work()
  } finally {
    Date.now = now
  }
}

/** README as it is, and as it is with every picture taken anew. */
export const takePictures = (): Promise<{ readonly before: string; readonly after: string; readonly taken: number }> =>
  atDay(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pictures-'))
    const ledger = join(folder, 'demo')
    try {
      await runLine(['init', ledger, '--examples'])
      const before = await readFile(readmeFile, 'utf8')
      const found = [...before.matchAll(picture)]
      const pictures: string[] = []
      for (const { groups } of found) {
        const { out } = await runLine([...wordsOf(groups!.command!), '--ledger', ledger], true, width)
        pictures.push(out.trimEnd().replaceAll('/accurate/web', '/accurate/node'))
      }
      return { before, after: before.replace(picture, () => pictures.shift()!), taken: found.length }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
