// actors/: who a text names, means or refers to. Documents with their sentences and trees flow in; mentions flow out.
export { type ActorIndex, type ActorKnowledge, indexActors } from './actor-index.js'
export { findMentions, mentionsByHead } from './find-mentions.js'
export { slugOf } from './fold.js'
export { OverrideError } from './overrides.js'
export { privatePerson } from './persons.js'
export { partByNoun } from './referents.js'
export { isProminent } from './salience.js'
export type { Actor, ActorKind, Agent, Mention, Sector, Via } from './types.js'
