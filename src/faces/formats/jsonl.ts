// Coded documents in, one JSON line each out. The contract of the product: exactly these fields under these names in this order,
// whatever else an object happens to carry.
import type { Actor } from '../../actors/types.js'
import type { Slant } from '../../claims/slant/read-slant.js'
import type { Claim, CodedDocument, Quote, StatedAttribution, VoiceLink } from '../../claims/types.js'
import type { Format } from './format.js'

const quote = ({ start, end, exact, prefix, suffix }: Quote) => ({ start, end, exact, prefix, suffix })

const actor = ({ id, name, surface, kind, country, sectors, agent }: Actor) => ({
  id,
  name,
  surface,
  kind,
  country,
  sectors,
  agent: agent === null ? null : { name: agent.name, office: agent.office },
})

const speaker = (given: VoiceLink['speaker']) => (typeof given === 'string' ? given : actor(given))

const claim = (given: Claim) => ({
  id: given.id,
  kind: given.kind,
  actors: given.actors.map(actor),
  recipients: given.recipients.map(actor),
  event: given.event && {
    type: given.event.type,
    mode: given.event.mode,
    contexts: given.event.contexts,
    cameo: given.event.cameo,
  },
  relation: given.relation && { name: given.relation.name },
  figure: given.figure && {
    value: given.figure.value,
    unit: given.figure.unit,
    approximation: given.figure.approximation,
    of: given.figure.of,
  },
  polarity: given.polarity,
  modality: given.modality,
  attribution: given.attribution.map(({ speaker: who, form, cue }) => ({
    speaker: speaker(who),
    form,
    cue: cue && quote(cue),
  })),
  hearsay: given.hearsay,
  opinion: given.opinion,
  date: {
    value: given.date.value,
    grain: given.date.grain,
    words: given.date.words,
    basis: given.date.basis,
  },
  positions: given.positions.map(({ holder, target, dimension, direction, rung }) => ({
    holder,
    target,
    dimension,
    direction,
    rung,
  })),
  quote: quote(given.quote),
  quotes: {
    trigger: quote(given.quotes.trigger),
    actor: given.quotes.actor.map(quote),
    recipient: given.quotes.recipient.map(quote),
    cue: given.quotes.cue.map(quote),
    date: given.quotes.date.map(quote),
    polarity: given.quotes.polarity.map(quote),
    modality: given.quotes.modality.map(quote),
  },
  confidence: given.confidence,
  rule: given.rule,
  coder: given.coder,
})

const attribution = (given: StatedAttribution) => ({
  speaker: speaker(given.speaker),
  form: given.form,
  voice: given.voice,
  negated: given.negated,
  hearsay: given.hearsay,
  direct: given.direct,
  cue: given.cue && quote(given.cue),
  source: given.source && quote(given.source),
  content: given.content.map(quote),
})

const slantOf = ({ loaded, opinions, verdicts, quoted, authorShare, claimShare }: Slant) => ({
  loaded: loaded.map(({ actor: id, leaning, by, quote: words }) => ({ actor: id, leaning, by, quote: quote(words) })),
  opinions: opinions.map(({ kind, by, quote: words }) => ({ kind, by, quote: quote(words) })),
  verdicts: verdicts.map(({ claim: id, words }) => ({ claim: id, words: words.map(quote) })),
  quoted: quoted.map(({ speaker: id, attributions, units }) => ({ speaker: id, attributions, units })),
  authorShare,
  claimShare,
})

/** The coded document as plain data with the contract's fields in the contract's order, and no others. */
export const contractOf = ({ document, claims, messages, attributions, slant }: CodedDocument) => ({
  document: {
    id: document.id,
    name: document.name,
    title: document.title,
    url: document.url,
    publisher: document.publisher,
    publishedOn: document.publishedOn,
    language: document.language,
    sha256: document.sha256,
  },
  claims: claims.map(claim),
  messages: messages.map(({ place, rule, reason }) => ({ place, rule, reason })),
  ...(attributions && { attributions: attributions.map(attribution) }),
  ...(slant && { slant: slantOf(slant) }),
})

/** JSON Lines: one document a line, documents without claims included. */
export const jsonlFormat = (): Format => ({
  head: () => '',
  document: ({ coded }) => `${JSON.stringify(contractOf(coded))}\n`,
  tail: () => '',
})
