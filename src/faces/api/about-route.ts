// What this coder is: versions, how much it knows, how good it was when measured, and every rule with what it gives and an example.
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Knowledge } from '../../knowledge/sources.js'
import { type AboutAnswer, aboutAnswer, type Scores } from './schemas.js'

export interface AboutSources {
  readonly version: string
  readonly coder: string
  readonly ledger: boolean
  readonly knowledge: Knowledge
  readonly scores?: Scores | undefined
}

const describe = ({ version, coder, ledger, knowledge, scores }: AboutSources): AboutAnswer => ({
  version,
  coder,
  ledger,
  actors: knowledge.actors.length,
  officeHolders: knowledge.officeHolders.length,
  scores: scores ?? null,
  rules: knowledge.rules.flatMap(file =>
    file.rules.map(({ name, gives, examples, never }) => ({
      relation: file.relation,
      name,
      about: file.about ?? null,
      gives: [...(gives.event ? [gives.event] : []), ...gives.positions],
      example: examples[0]?.text ?? null,
      never: never[0] ?? null,
    })),
  ),
})

export const addAbout = (server: FastifyInstance, sources: AboutSources): void => {
  const answer = describe(sources)
  server.withTypeProvider<ZodTypeProvider>().get(
    '/api/about',
    {
      schema: {
        summary: 'What this coder is: versions, rules, how much it knows',
        tags: ['reading'],
        response: { 200: aboutAnswer },
      },
    },
    async () => answer,
  )
}
