// The examples in, their golden files out: what the command prints for each, as JSON Lines and as a table for people.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CodedDocument } from '../../src/claims/types.js'
import type { Demarche } from '../../src/demarche.js'
import { codeDocument } from '../../src/demarche.js'
import { loadFormat } from '../../src/faces/formats/format.js'
import { readDocuments } from '../../src/ingest/index.js'

/** Found from test/ and from dist/test/ alike. */
const root = fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '../../../' : '../../', import.meta.url))
export const readmeFile = join(root, 'README.md')
export const examplesFolder = join(root, 'examples')
export const goldenFolder = join(examplesFolder, 'golden')

const tableWidth = 150

/** The dispatches of examples/, without metadata and golden files, by name. */
export const exampleFiles = async (): Promise<readonly string[]> =>
  (await readdir(examplesFolder, { withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => entry.name)
    .sort()

/** The claim that README.md shows, with the sureness that it has in `lines` (JSON Lines) now. */
export const withShownClaim = (readme: string, lines: string): string => {
  const shown = JSON.parse(/```json\n(.*?)```/s.exec(readme)![1]!) as { readonly quote: { readonly start: number } }
  const { claims } = JSON.parse(lines.split('\n')[0]!) as Pick<CodedDocument, 'claims'>
  const claim = claims.find(({ quote }) => quote.start === shown.quote.start)
  if (claim === undefined) return readme
  return readme
    .replace(/(\n {2}"confidence": )[\d.]+/, `$1${claim.confidence}`)
    .replace(/(\nWho → whom .*?\n.*? )\d+%/s, `$1${Math.round(100 * claim.confidence)}%`)
}

/** Golden file names with what they should hold for one example file. */
export const goldenOf = async (file: string, demarche: Demarche): Promise<ReadonlyMap<string, string>> => {
  const [jsonl, table] = await Promise.all(
    (['jsonl', 'table'] as const).map(name => loadFormat(name, { width: tableWidth, colour: false })),
  )
  let lines = ''
  let words = ''
  const metadata = join(examplesFolder, 'metadata/dispatches.jsonl')
  for await (const document of readDocuments([join(examplesFolder, file)], { metadata })) {
    const reading = { coded: await codeDocument(document, demarche), text: document.text, blocks: document.blocks }
    lines += jsonl!.document(reading)
    words += table!.document(reading)
  }
  const name = file.replace(/\..*$/, '')
  const trimmed = words.replace(/ +$/gm, '')
  return new Map([
    [`${name}.jsonl`, lines],
    [`${name}.txt`, trimmed],
  ])
}
