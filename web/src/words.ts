// Every string that the page shows, in one place. What a claim says in words comes from the formats (statement.ts), not from here.
// Law: plain words, the codebook's terms; an error says what happened, what was kept, what to do.
import { common } from './words/common.js'
import { hand } from './words/hand.js'
import { library } from './words/library.js'
import { reading } from './words/reading.js'
import { standing } from './words/standing.js'

export const words = { ...common, ...reading, ...standing, ...hand, ...library } as const
