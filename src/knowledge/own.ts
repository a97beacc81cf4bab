// What a ledger knows beside the product: its own actors.yml and rules/*.yml in, validated entries out. They extend what the product knows
// and are held to the same form; what does not fit is refused with file, line and remedy, all at once.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type ActorEntry, actorEntry } from './actor-schema.js'
import { checkRules } from './check-rules.js'
import type { Fault, Part } from './fault.js'
import { KnowledgeError, parseYaml } from './read.js'
import { type RuleFile, ruleFile } from './rule-schema.js'
import type { Knowledge } from './sources.js'

export interface OwnKnowledge {
  readonly actors: readonly ActorEntry[]
  readonly rules: readonly RuleFile[]
}

const textIn = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const ruleFilesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
      .filter(name => /^[a-z].*\.yml$/.test(name))
      .sort()
      .map(name => join(folder, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Reads one YAML file against its form; what does not fit is added to the faults. */
const readPart = (file: string, schema: z.ZodType, faults: Fault[]): Part | undefined => {
  const text = textIn(file)
  if (text === undefined) return undefined
  try {
    const parsed = parseYaml(file, text)
    const result = schema.safeParse(parsed.value)
    if (result.success) return { ...parsed, value: result.data }
    for (const { path, message } of result.error.issues)
      faults.push({ file, line: parsed.lineOf(path), reason: `${path.join('.')}: ${message}` })
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    faults.push(...error.faults)
  }
  return undefined
}

/** Lists of paths that no file of the product names. */
const pathFaults = (parts: readonly Part[], known: Knowledge['paths']): readonly Fault[] =>
  parts.flatMap(({ file, value, lineOf }) =>
    (value as RuleFile).rules.flatMap((rule, index) =>
      (['who', 'whom', 'third'] as const).flatMap(role =>
        rule[role]
          .filter(path => path.startsWith('@') && known[path.slice(1)] === undefined)
          .map(path => ({
            file,
            line: lineOf(['rules', index, role]),
            reason: `${path} in ${role} is no list of paths; there are ${Object.keys(known).join(', ')}`,
          })),
      ),
    ),
  )

/**
 * Reads what a ledger knows beside the product. Nothing there is nothing known.
 * @param places the file of actors and the folder of rules.
 * @throws KnowledgeError naming every fault with its file and line.
 */
export const readOwnKnowledge = (
  places: { readonly actors: string; readonly rules: string },
  product: Pick<Knowledge, 'rules' | 'paths'>,
): OwnKnowledge => {
  const faults: Fault[] = []
  const actors = readPart(places.actors, z.array(actorEntry).nullable(), faults)
  const files = ruleFilesIn(places.rules)
  const rules = files.map(file => readPart(file, ruleFile, faults)).filter(part => part !== undefined)
  // The product's own rules come first, so that a name or a trigger that is taken is a fault of the ledger's file.
  const shipped = product.rules.map(value => ({ file: 'the product', value, lineOf: () => 1 }))
  const own = new Set(files)
  faults.push(
    ...checkRules([...shipped, ...rules]).filter(({ file }) => own.has(file)),
    ...pathFaults(rules, product.paths),
  )
  if (faults.length > 0) throw new KnowledgeError(faults)
  return {
    actors: (actors?.value ?? []) as readonly ActorEntry[],
    rules: rules.map(({ value }) => value as RuleFile),
  }
}
