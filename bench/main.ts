// npm run bench [-- NAME …]: runs the measurements of speed and prints what they measured; without a name, the whole river.
const known = ['pipeline', 'syntax', 'ledger', 'page'] as const

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !known.some(own => own === name))

if (unknown.length > 0) {
  process.stdout.write(`unknown: ${unknown.join(', ')}; known are ${known.join(', ')}\n`)
  process.exitCode = 2
} else {
  for (const name of wanted.length > 0 ? wanted : ['pipeline']) {
    const { measure } = (await import(`./${name}.js`)) as { measure: () => Promise<readonly string[]> }
    process.stdout.write(`== ${name}\n${(await measure()).join('\n')}\n`)
  }
}
