// npm run golden: codes the examples anew and rewrites examples/golden, the claim that README.md shows and its pictures of the terminal.
// Read the diff before it is committed (CONTRIBUTING.md).
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDemarche } from '../../src/demarche.js'
import { loadKnowledge } from '../../src/knowledge/load.js'
import { loadParser } from '../../src/syntax/load.js'
import { exampleFiles, goldenFolder, goldenOf, readmeFile, withShownClaim } from './golden.js'
import { takePictures } from './pictures.js'

const demarche = openDemarche(loadKnowledge(), await loadParser({ tier: 'accurate' }))
await rm(goldenFolder, { recursive: true, force: true })
await mkdir(goldenFolder, { recursive: true })
for (const file of await exampleFiles()) {
  for (const [name, content] of await goldenOf(file, demarche)) await writeFile(join(goldenFolder, name), content)
}
const lines = await readFile(join(goldenFolder, 'taliban-recognition.jsonl'), 'utf8')
await writeFile(readmeFile, withShownClaim(await readFile(readmeFile, 'utf8'), lines))
await demarche.parser.close()
await writeFile(readmeFile, (await takePictures()).after)
