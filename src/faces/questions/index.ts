// Every question by name. Loading this loads the answers; `heads.ts` alone is enough to build a command line.
import { actors, inferences, ties } from './actors.js'
import { exported } from './export.js'
import { claimAdd, judge, remove, undo } from './hand.js'
import { agreement, documents, search } from './library.js'
import { matrix, turns } from './matrix.js'
import { changes, contradictions, stances, timeline } from './standing.js'
import { review, why } from './why.js'

export const questions = {
  stances,
  matrix,
  turns,
  timeline,
  ties,
  actors,
  changes,
  why,
  contradictions,
  inferences,
  search,
  documents,
  review,
  agreement,
  export: exported,
  judge,
  undo,
  remove,
  claimAdd,
} as const
