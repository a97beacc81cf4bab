// manifest.json of a model folder in, checked: which graph each tier runs and what the numbers that come out of it mean.
// Law: a folder whose manifest does not fit this reader is refused before any graph is loaded.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const graphSchema = z.strictObject({
  file: z.string(),
  sha256,
  bytes: z.int().positive(),
  /** Most pieces in one run, start and stop included. */
  positions: z.int().positive(),
})

const manifestSchema = z.strictObject({
  /** Name of this model, such as `en-1`; it stands in every claim that was coded with it. */
  name: z.string(),
  language: z.literal('en'),
  licence: z.string(),
  vocabulary: z.strictObject({ file: z.string(), sha256 }),
  lemmas: z.strictObject({ file: z.string(), sha256 }),
  tiers: z.strictObject({ accurate: graphSchema, fast: graphSchema.optional() }),
  /** UD relations without `root`, which the head tells. */
  relations: z.array(z.string()).nonempty(),
  upos: z.array(z.string()).nonempty(),
  /** Feature bundles as CoNLL-U writes them. */
  feats: z.array(z.string()).nonempty(),
  lemmaScripts: z.array(z.string()).nonempty(),
})

export type Manifest = z.infer<typeof manifestSchema>

/** Reads `manifest.json`; throws with the file's name where it is missing or does not fit. */
export async function readManifest(modelDirectory: string): Promise<Manifest> {
  const file = join(modelDirectory, 'manifest.json')
  const parsed = manifestSchema.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file} does not fit: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/** `Number=Sing|Person=3` as a record; `_` is the empty one. */
export function readFeats(bundle: string): Readonly<Record<string, string>> {
  if (bundle === '_') return Object.freeze({})
  return Object.freeze(Object.fromEntries(bundle.split('|').map(pair => pair.split('=', 2) as [string, string])))
}
