// The ledger's own rules held to their own sentences: every example must yield its claim, every `never` must not. What does not is told
// with its file.
import type { Actor } from '../../actors/types.js'
import type { Claim, CodedDocument } from '../../claims/types.js'
import { documentOf } from '../../ingest/document.js'
import type { RuleFile } from '../../knowledge/rule-schema.js'
import type { Document } from '../../text/types.js'

export interface RuleFault {
  /** "relation/rule" and the sentence. */
  readonly place: string
  readonly reason: string
}

type Example = RuleFile['rules'][number]['examples'][number]

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

/** What a claim lacks of what an example asks for; empty where it fits. */
const lacking = (claim: Claim, example: Example): readonly string[] => {
  const ids = (actors: readonly Actor[]) => actors.map(({ id }) => id)
  const positions = claim.positions.map(
    ({ holder, target, dimension, direction }) => `${holder} ${target} ${dimension}${direction}`,
  )
  const missing = (what: string, wanted: readonly string[], has: readonly string[]) =>
    wanted.filter(each => !has.includes(each)).map(each => `${what} ${each}, not ${has.join(', ') || 'nobody'}`)
  const told = (['modality', 'polarity'] as const).flatMap(field =>
    example[field] === undefined || example[field] === claim[field]
      ? []
      : [`${field} ${example[field]}, not ${claim[field]}`],
  )
  return [
    ...missing('who', list(example.who), ids(claim.actors)),
    ...missing('whom', list(example.whom), ids(claim.recipients)),
    ...missing('position', list(example.positions), positions),
    ...told,
    ...(example.event === undefined || example.event === claim.event?.type ? [] : [`event ${example.event}`]),
  ]
}

/** Runs the examples and nevers of rule files through a coder. */
export const checkRuleExamples = async (
  files: readonly RuleFile[],
  code: (document: Document) => Promise<CodedDocument>,
): Promise<readonly RuleFault[]> => {
  const faults: RuleFault[] = []
  for (const { relation, rules } of files) {
    for (const { name, examples, never } of rules) {
      const rule = `${relation}/${name}`
      const claimsOf = async (text: string): Promise<readonly Claim[]> =>
        (await code(documentOf({ name: 'example', text, publishedOn: '2024-06-14' }))).claims.filter(
          claim => claim.rule === rule,
        )
      for (const example of examples) {
        const claims = await claimsOf(example.text)
        const lacks = claims.map(claim => lacking(claim, example))
        const [first] = lacks
        if (lacks.some(each => each.length === 0)) continue
        const reason = first === undefined ? 'the rule does not fire' : `should give ${first.join('; ')}`
        faults.push({ place: `${rule}, example “${example.text}”`, reason })
      }
      for (const text of never)
        if ((await claimsOf(text)).length > 0)
          faults.push({ place: `${rule}, never “${text}”`, reason: 'the rule fires, and must not' })
    }
  }
  return faults
}
