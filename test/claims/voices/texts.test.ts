// Who speaks over whole texts: through offices and statements, in labels, signatures and speeches, from sentence to sentence. Real parses.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeDocument, type Demarche, openDemarche } from '../../../src/demarche.js'
import { documentOf } from '../../../src/ingest/document.js'
import { loadKnowledge } from '../../../src/knowledge/load.js'
import { loadParser } from '../../../src/syntax/load.js'

let demarche: Demarche
beforeAll(async () => {
  demarche = openDemarche(loadKnowledge(), await loadParser({ tier: 'accurate' }))
})
afterAll(() => demarche.parser.close())

interface Around {
  readonly publisher?: string
  readonly issuer?: string
}

/** The voices over the claim that `trigger` carries, outermost first. */
const voicesOver = async (text: string, trigger: string, around: Around): Promise<readonly string[]> => {
  const document = documentOf({ name: 'voices', text, publishedOn: '2024-06-14', ...around })
  const { claims } = await codeDocument(document, demarche)
  const claim = claims.find(({ quotes }) => quotes.trigger.exact.toLowerCase() === trigger)
  if (claim === undefined) throw new Error(`no claim on "${trigger}" in: ${text}`)
  return claim.attribution.map(({ speaker }) => (typeof speaker === 'string' ? speaker : speaker.id))
}

/** Family → text, the trigger asked for, the voices over it, and what is known of the document. */
const families: Readonly<Record<string, readonly (readonly [string, string, readonly string[], Around])[]>> = {
  'those through whom an actor speaks': [
    ['Kenyan officials said that Chad attacked Mali.', 'attacked', ['KEN'], {}],
    ['UN officials said that Chad attacked Mali.', 'attacked', ['un'], {}],
    ['A statement by the government of Kenya said that Chad attacked Mali.', 'attacked', ['KEN'], {}],
    ['A former Kenyan minister said that Chad attacked Mali.', 'attacked', ['unnamed'], {}],
    ['Two officials said that Chad attacked Mali.', 'attacked', ['unnamed'], {}],
  ],
  'voices that go on': [
    [
      'Commenting on the fighting of the last days in the region, the Kenyan minister said:\n\nThis is a sad day for all of us here.\n\nChad attacked Mali in the night.',
      'attacked',
      ['KEN'],
      {},
    ],
    [
      'Commenting on the fighting of the last days in the region, the Kenyan minister said:\n\nThis is a sad day for all.\n\nChad attacked Mali in the night.\n\n"We know it," the Mali government said.',
      'attacked',
      ['author'],
      {},
    ],
    ['Kenya issued a statement on Monday. The statement said that Chad attacked Mali.', 'attacked', ['KEN'], {}],
    ['The president of Kenya said that talks had failed. He added that Chad attacked Mali.', 'attacked', ['KEN'], {}],
    ['The Kenyan president spoke on Monday: "Chad attacked Mali. We will not forget it."', 'attacked', ['KEN'], {}],
  ],
  'labels and signatures': [
    ['Hassan Idriss: Chad attacked Mali\n\nThe war goes on.', 'attacked', ['hassan-idriss'], {}],
    ['"Chad attacked Mali." — Hassan Idriss', 'attacked', ['hassan-idriss'], {}],
    ['MR. HOLLOWAY: Chad attacked Mali.\n\nQUESTION: When was that?', 'attacked', ['mr-holloway'], {}],
    ['NAIROBI: Chad attacked Mali.\n\nThe war goes on.', 'attacked', ['author'], {}],
  ],
  'an outlet in its own text': [
    ['As reported by The Daily Wire, Chad attacked Mali.', 'attacked', ['author'], { publisher: 'The Daily Wire' }],
    ['As reported by The Daily Wire, Chad attacked Mali.', 'attacked', ['daily-wire'], { publisher: 'Others' }],
  ],
  'what the writer adds to what was said': [
    ['Kenya said it would mediate, after Chad attacked Mali.', 'attacked', ['author'], {}],
    ['When Chad attacked Mali, Kenya thought that it would be left alone.', 'attacked', ['author'], {}],
  ],
  'who vouches and who does not': [
    ['Kenya said that Chad attacked Mali.', 'attacked', ['KEN'], {}],
    ['The failure of the talks shows that Chad supports Mali.', 'supports', ['author'], {}],
    ['Kenya expressed support for Chad’s talks with Mali.', 'talks', ['KEN'], {}],
    ['They discussed the support of Kenya for Chad’s attack on Mali.', 'attack', ['author'], {}],
    ['Kenya and Ghana welcomed Chad’s talks with Mali.', 'talks', ['author'], {}],
    ['Kenya is convinced that Chad attacked Mali.', 'attacked', ['KEN'], {}],
  ],
  'a government’s own notice': [['We condemn Chad. Chad attacked Mali.', 'attacked', ['author'], { issuer: 'KEN' }]],
}

describe.each(Object.entries(families))('%s', (_, rows) => {
  it.each(rows)('%s (%s)', async (text, trigger, voices, around) => {
    expect(await voicesOver(text, trigger, around)).toEqual(voices)
  })
})
