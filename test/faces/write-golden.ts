// npm run golden: codes the examples anew and rewrites examples/golden and the terminal pictures of README. Read the diff before it is
// committed (CONTRIBUTING.md).
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDemarche } from '../../src/demarche.js'
import { loadKnowledge } from '../../src/knowledge/load.js'
import { loadParser } from '../../src/syntax/load.js'
import { exampleFiles, goldenFolder, goldenOf } from './golden.js'
import { readmeFile, takePictures } from './pictures.js'

const demarche = openDemarche(loadKnowledge(), await loadParser({ tier: 'accurate' }))
await rm(goldenFolder, { recursive: true, force: true })
await mkdir(goldenFolder, { recursive: true })
for (const file of await exampleFiles()) {
  for (const [name, content] of await goldenOf(file, demarche)) await writeFile(join(goldenFolder, name), content)
}
await demarche.parser.close()
await writeFile(readmeFile, (await takePictures()).after)
