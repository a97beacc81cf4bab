// Laws of the rule book that no schema can say: names are unique, every rule has a trigger, paths are made of known steps, and no trigger
// is given opposite roles by two unconditional rules.
import type { Fault, Part } from './fault.js'
import type { Rule, RuleFile } from './rule-schema.js'

/** Roles that frames fill, and the macroroles of a phrase; any other step of a path must be a preposition, or a marker followed by "-clause". */
const roles = new Set([
  'subject',
  'object',
  'indirect',
  'complement',
  'predicative',
  'possessor',
  'modifier',
  'copula-of',
  'apposition',
  'receiver',
  'attender',
  'bearer',
  'owner',
  'above',
  'self',
  'voice',
  'doer',
  'undergoer',
  'reached',
  'participle',
  'clause',
  'manner',
  'location',
])
const prepositions = new Set(
  (
    'about above across after against alongside along amid among around as at before behind below beside between beyond by close concerning ' +
    'despite for from in inside into like near of off on out outside over per regarding since through throughout to towards under until via with ' +
    'within without'
  ).split(' '),
)
const isStep = (step: string): boolean =>
  roles.has(step) ||
  /^[a-z]+-clause$/.test(step) ||
  step.split(' ').some(word => prepositions.has(word)) ||
  step === 'and'

const pathFaults = (part: Part, file: RuleFile): Fault[] =>
  file.rules.flatMap((rule, index) =>
    (['who', 'whom', 'third'] as const).flatMap(role =>
      rule[role]
        .filter(path => !path.startsWith('@') && !path.split('>').every(isStep))
        .map(path => ({
          file: part.file,
          line: part.lineOf(['rules', index, role]),
          reason: `"${path}" in ${role} is no role, preposition or named list of paths`,
        })),
    ),
  )

const triggersOf = (file: RuleFile, rule: Rule): string[] =>
  Object.entries(rule.triggers ?? file.triggers)
    .filter(([category]) => rule.on === undefined || rule.on.includes(category as 'verb'))
    .flatMap(([category, lemmas]) => (lemmas ?? []).map(lemma => `${category} ${lemma}`))

const isConditional = (rule: Rule): boolean =>
  rule.with !== undefined || rule['who-is'] !== undefined || rule['whom-is'] !== undefined

/** Checks all rule files together; the faults name file and line. */
export const checkRules = (parts: readonly Part[]): readonly Fault[] => {
  const faults: Fault[] = []
  const names = new Map<string, string>()
  const subjects = new Map<string, { readonly name: string; readonly doer: string }>()
  for (const part of parts) {
    const file = part.value as RuleFile
    faults.push(...pathFaults(part, file))
    file.rules.forEach((rule, index) => {
      const line = part.lineOf(['rules', index, 'name'])
      const name = `${file.relation}/${rule.name}`
      if (names.has(name)) faults.push({ file: part.file, line, reason: `the name ${name} is taken; choose another` })
      names.set(name, part.file)
      const triggers = triggersOf(file, rule)
      if (triggers.length === 0) faults.push({ file: part.file, line, reason: `${name} has no trigger` })
      if (isConditional(rule)) return
      for (const trigger of triggers) {
        const doer = rule.who[0]!
        const known = subjects.get(trigger)
        if (known !== undefined && opposite(known.doer, doer)) {
          faults.push({
            file: part.file,
            line,
            reason: `${name} and ${known.name} give "${trigger}" opposite roles; add a condition to one`,
          })
        }
        subjects.set(trigger, { name, doer })
      }
    })
  }
  return faults
}

const opposite = (a: string, b: string): boolean =>
  (a === 'subject' && b === 'object') || (a === 'object' && b === 'subject')
