import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { CodedDocument } from '../../src/claims/types.js'
import { type Crew, codeInOrder } from '../../src/faces/workers/crew.js'
import type { Document } from '../../src/text/types.js'
import { reading } from './fixture.js'

const documentNamed = (name: string): Document => ({
  ...reading.coded.document,
  name,
  issuer: null,
  text: name,
  blocks: [],
  messages: [],
})

async function* documents(count: number, onTaken: () => void = () => undefined): AsyncGenerator<Document> {
  for (let index = 0; index < count; index++) {
    onTaken()
    yield documentNamed(String(index))
  }
}

const crewOf = (size: number, code: (document: Document) => Promise<CodedDocument>): Crew => ({
  size,
  signature: 'coder 1',
  code,
  close: async () => undefined,
})
const codedAs = ({ name }: Document): CodedDocument => ({
  document: { ...reading.coded.document, name },
  claims: [],
  messages: [],
})

it('hands readings on in the order of the documents, however long each takes', async () => {
  const crew = crewOf(4, async document => {
    await wait((7 * Number(document.name)) % 5)
    return codedAs(document)
  })
  const names: string[] = []
  for await (const { coded } of codeInOrder(documents(40), crew)) names.push(coded.document.name)
  expect(names).toEqual(Array.from({ length: 40 }, (_, index) => String(index)))
})

it('never holds more than one document beyond its size', async () => {
  let taken = 0
  let given = 0
  let most = 0
  const crew = crewOf(3, async document => codedAs(document))
  const all = documents(50, () => {
    taken += 1
    most = Math.max(most, taken - given)
  })
  for await (const _ of codeInOrder(all, crew)) given += 1
  expect(given).toBe(50)
  expect(most).toBeLessThanOrEqual(5)
})

it('a document that cannot be coded becomes a message in its place, and the rest goes on', async () => {
  const crew = crewOf(2, async document => {
    if (document.name === '1') throw new Error('no tree')
    return codedAs(document)
  })
  const seen: string[] = []
  for await (const { coded } of codeInOrder(documents(3), crew)) {
    seen.push(`${coded.document.name} ${coded.messages.map(message => message.rule).join()}`)
    expect(Object.keys(coded.document)).toEqual(Object.keys(reading.coded.document))
  }
  expect(seen).toEqual(['0 ', '1 coding-failed', '2 '])
})
