// A parsed tree in, the tree that later stages read out: arcs that a parser of this size gets wrong in known ways are put right by rules
// that hold for English whatever the words. Law: one root, no cycle, no word added or lost; a tree without such arcs is returned as it is.
import {
  agreeRelative,
  joinHyphened,
  landRelative,
  liftFromAuxiliary,
  liftFromManner,
  liftFromSpell,
  liftPreposition,
  singleOut,
} from './mending/attachments.js'
import {
  fillEmptySubject,
  freeParticle,
  freePredicative,
  giveObject,
  giveSubject,
  liftObject,
  partObjects,
  raiseBareOblique,
  raiseSmallClause,
  splitPredicatives,
  turnSubject,
} from './mending/complements.js'
import {
  joinByConjunction,
  joinInfinitive,
  joinListed,
  openClause,
  pairBetween,
  partTitled,
  rejoinList,
  returnConjunct,
} from './mending/coordination.js'
import { mendedBy } from './mending/mender.js'

/** Mends one tree; the same tree where nothing needs it. */
export const mendTree = mendedBy([
  liftPreposition,
  liftObject,
  liftFromSpell,
  splitPredicatives,
  raiseSmallClause,
  returnConjunct,
  rejoinList,
  joinByConjunction,
  pairBetween,
  joinInfinitive,
  joinListed,
  openClause,
  partTitled,
  freePredicative,
  giveObject,
  liftFromManner,
  liftFromAuxiliary,
  turnSubject,
  giveSubject,
  partObjects,
  agreeRelative,
  landRelative,
  joinHyphened,
  fillEmptySubject,
  freeParticle,
  raiseBareOblique,
  singleOut,
])
