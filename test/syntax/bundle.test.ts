// The committed model folder belongs together: graphs, vocabulary, manifest and card.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readFeats, readManifest } from '../../src/syntax/manifest.js'
import { inventoryOf } from '../../src/syntax/parse.js'

const folder = 'models/en'
const manifest = await readManifest(folder)
const sha256 = (file: string): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex')

test('every file is the one that the manifest names', () => {
  const files = [manifest.vocabulary, manifest.lemmas, manifest.tiers.accurate, manifest.tiers.fast!]
  for (const { file, sha256: expected } of files)
    expect({ file, sha256: sha256(file) }).toEqual({ file, sha256: expected })
  for (const tier of Object.values(manifest.tiers)) expect(statSync(join(folder, tier!.file)).size).toBe(tier!.bytes)
  const named = [...files.map(({ file }) => file), 'README.md', 'manifest.json'].sort()
  expect(readdirSync(folder).sort()).toEqual(named)
})

test('the models together take at most 32 MB', () => {
  const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
  expect(bytes).toBeLessThanOrEqual(32_000_000)
})

test('the vocabulary has its marks once and no piece twice', () => {
  const pieces = readFileSync(join(folder, manifest.vocabulary.file), 'utf8').trimEnd().split('\n')
  for (const mark of ['[CLS]', '[SEP]', '[UNK]']) expect(pieces).toContain(mark)
  expect(new Set(pieces).size).toBe(pieces.length)
})

test('the classes are UD and can all be read', () => {
  expect(manifest.upos).toHaveLength(17)
  expect(manifest.relations).not.toContain('root')
  expect(manifest.relations).toEqual(expect.arrayContaining(['nsubj:pass', 'obl:agent', 'acl:relcl', 'ccomp', 'conj']))
  expect(inventoryOf(manifest).scripts).toHaveLength(manifest.lemmaScripts.length)
  expect(readFeats('Number=Sing|Person=3')).toEqual({ Number: 'Sing', Person: '3' })
  expect(readFeats('_')).toEqual({})
})

test('the card names the model, its data and its licences', () => {
  const card = readFileSync(join(folder, 'README.md'), 'utf8')
  for (const words of [manifest.name, 'EWT', 'GUM', 'CC BY-SA 4.0', 'Apache-2.0', 'MiniLM'])
    expect(card).toContain(words)
})

test('the card shows the accepted figures of the measurement', () => {
  const card = readFileSync(join(folder, 'README.md'), 'utf8')
  const accepted = JSON.parse(readFileSync('eval/scores.json', 'utf8')) as {
    syntax: Record<string, { value: number }>
  }
  const columns = ['upos', 'feats', 'lemma', 'uas', 'las', 'clas']
  for (const tier of Object.keys(manifest.tiers)) {
    for (const set of ['EWT test', 'GUM test', 'GUM test, news']) {
      const row = card.split('\n').find(line => line.startsWith(`| ${tier}, ${set} |`)) ?? ''
      const shown = row.split('|').slice(2, -1).map(Number)
      const kept = columns.map(column => accepted.syntax[`${tier}, ${set}: ${column}`]!.value)
      shown.forEach((value, place) => {
        expect(Math.abs(value - kept[place]!), `${row} against ${kept}`).toBeLessThan(0.06)
      })
      expect(shown).toHaveLength(columns.length)
    }
  }
})
