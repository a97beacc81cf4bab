// A process of its own that adds documents one after the other until it is killed, and says each that was acknowledged; with "compact"
// as its third argument it compacts instead. Run by the crash tests: node adder.js FOLDER NAME [compact] [count]
import { addDocuments } from '../../src/store/add.js'
import { compactLedger } from '../../src/store/compact.js'
import { openLedger } from '../../src/store/ledger.js'
import { coding, document } from '../ledger/make.js'

const [folder, name, work, count = '1000000'] = process.argv.slice(2) as [string, string, string?, string?]
const knowledge = { lastingActs: [], actors: [] }

const run = async (): Promise<void> => {
  const ledger = await openLedger(folder)
  process.stdout.write('ready\n')
  for (let number = 0; number < Number(count); number++) {
    const now = Date.now()
    if (work === 'compact') {
      await compactLedger(ledger, now)
      continue
    }
    const text = `${name} number ${number} will not recognise the movement.`
    const added = coding(document(`${name}-${number}`, text, { publishedOn: '2021-09-08' }), {
      position: `${name} recognition- taliban`,
      date: '2021-09-07',
    })
    await addDocuments(ledger, [added], knowledge, now)
    process.stdout.write(`${name}-${number}\n`)
  }
}

run().then(
  () => process.exit(0),
  (error: Error) => {
    process.stdout.write(`trouble ${error.message}\n`)
    process.exit(3)
  },
)
