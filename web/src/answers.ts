// The forms of the answers, taken from the questions themselves.
import type { z } from 'zod'
import type { ReadingAnswer } from '../../src/faces/api/claim-schema.js'
import type { questions } from '../../src/faces/questions/index.js'
import type { evidence, namedStance } from '../../src/faces/questions/schemas.js'

export type { Explanation } from '../../src/faces/api/explanation.js'
export type { RecodeAnswer } from '../../src/faces/api/recode-route.js'
export type { AboutAnswer, AddAnswer, ExampleList } from '../../src/faces/api/schemas.js'
export type { StoredReading } from '../../src/faces/api/text-routes.js'

export type Answer<Name extends keyof typeof questions> = z.output<(typeof questions)[Name]['output']>
export type Reading = ReadingAnswer
export type Evidence = z.output<typeof evidence>
export type Stance = z.output<typeof namedStance>
