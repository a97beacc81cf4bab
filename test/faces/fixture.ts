// A coded document made by hand: a recognition refused, a meeting both ways, a planned visit, hearsay, and a tie.
import { createHash } from 'node:crypto'
import type { Actor } from '../../src/actors/types.js'
import { quoteOf } from '../../src/claims/quote.js'
import type { Claim, ClaimEvent, Position, Quote } from '../../src/claims/types.js'
import type { Reading } from '../../src/faces/formats/format.js'
import type { Block } from '../../src/text/types.js'

const paragraphs = [
  'Latvia keeps its distance',
  'Latvia will not recognise the Taliban government, President Edgars Rinkevics said on Wednesday. Reportedly, envoys of Iran may visit Riga in May.',
  'Chad and Niger met in “N’Djamena” <on> Monday & agreed to talk again.',
  'The Houthis attacked a Greek ship.',
]
const text = paragraphs.join('\n\n')
const starts = paragraphs.map(words => text.indexOf(words))

const blocks: readonly Block[] = paragraphs.map((words, index) => ({
  kind: index === 0 ? 'heading' : 'paragraph',
  author: null,
  date: null,
  start: starts[index] ?? 0,
  end: (starts[index] ?? 0) + words.length,
}))

const quote = (words: string): Quote => {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`the fixture lacks "${words}"`)
  return quoteOf(text, { start, end: start + words.length })
}

const actor = (id: string, name: string, kind: Actor['kind'], surface = name, agent: Actor['agent'] = null): Actor => ({
  id,
  name,
  surface,
  kind,
  country: kind === 'state' ? id : null,
  sectors: ['GOV'],
  agent,
})

const latvia = actor('LVA', 'Latvia', 'state', 'President Edgars Rinkevics', {
  name: 'Edgars Rinkevics',
  office: 'president',
})
const taliban = actor('taliban', 'Taliban', 'armed-group')
const iran = actor('IRN', 'Iran', 'state')
const chad = actor('TCD', 'Chad', 'state')
const niger = actor('NER', 'Niger', 'state')
const houthis = actor('houthis', 'Houthis', 'armed-group')
const greece = actor('GRC', 'Greece', 'state', 'Greek')

const position = (holder: string, target: string, stance: string): Position => ({
  holder,
  target,
  dimension: stance.slice(0, -1) as Position['dimension'],
  direction: stance.slice(-1) as Position['direction'],
  rung: null,
})
const event = (type: ClaimEvent['type'], cameo: string): ClaimEvent => ({
  type,
  mode: null,
  contexts: ['diplomatic'],
  cameo,
})

type Part = Partial<Claim> & Pick<Claim, 'id' | 'actors' | 'quote'>
const claim = (trigger: string, part: Part): Claim => ({
  kind: 'event',
  recipients: [],
  event: null,
  relation: null,
  figure: null,
  polarity: 'affirmed',
  modality: 'actual',
  attribution: [{ speaker: 'author', form: 'said', cue: null }],
  hearsay: false,
  opinion: false,
  date: { value: null, grain: null, words: null, basis: 'unknown' },
  positions: [],
  quotes: { trigger: quote(trigger), actor: [], recipient: [], cue: [], date: [], polarity: [], modality: [] },
  confidence: 0.8,
  rule: 'test/rule',
  coder: 'demarche 0.0.0 / codebook 2 / model none',
  ...part,
})

export const claims: readonly Claim[] = [
  claim('recognise', {
    id: '0000000000000001',
    actors: [latvia],
    recipients: [taliban],
    event: event('REJECT', '120'),
    attribution: [{ speaker: latvia, form: 'said', cue: quote('said') }],
    date: { value: '2024-06-12', grain: 'day', words: 'on Wednesday', basis: 'text' },
    positions: [position('LVA', 'taliban', 'recognition-')],
    quote: quote('Latvia will not recognise the Taliban government'),
    confidence: 0.824,
  }),
  claim('visit', {
    id: '0000000000000002',
    actors: [iran],
    recipients: [latvia],
    event: event('CONSULT', '042'),
    modality: 'possible',
    hearsay: true,
    attribution: [{ speaker: 'unnamed', form: 'reported', cue: quote('Reportedly') }],
    date: { value: '2025-05', grain: 'month', words: 'in May', basis: 'text' },
    positions: [position('IRN', 'LVA', 'engagement+')],
    quote: quote('envoys of Iran may visit Riga in May'),
    confidence: 0.4,
  }),
  claim('met', {
    id: '0000000000000003',
    actors: [chad],
    recipients: [niger],
    event: event('CONSULT', '040'),
    date: { value: '2024-06-10', grain: 'day', words: 'Monday', basis: 'text' },
    positions: [position('TCD', 'NER', 'engagement+'), position('NER', 'TCD', 'engagement+')],
    quote: quote('Chad and Niger met in “N’Djamena” <on> Monday & agreed to talk again'),
  }),
  claim('attacked', {
    id: '0000000000000004',
    actors: [houthis],
    recipients: [greece],
    event: event('ASSAULT', '190'),
    positions: [position('houthis', 'GRC', 'force-')],
    quote: quote('The Houthis attacked a Greek ship'),
    opinion: true,
  }),
  claim('Houthis', {
    id: '0000000000000005',
    kind: 'relation',
    actors: [houthis],
    recipients: [iran],
    relation: { name: 'allied-with' },
    polarity: 'negated',
    quote: quote('The Houthis'),
  }),
]

export const reading: Reading = {
  coded: {
    document: {
      id: 'fixture',
      name: 'fixture',
      title: 'Latvia keeps its distance',
      url: null,
      publisher: 'Example, "Daily"',
      publishedOn: '2024-06-13',
      language: 'en',
      sha256: createHash('sha256').update(text).digest('hex'),
    },
    claims,
    messages: [],
  },
  text,
  blocks,
}
