// The ledger's own actors and rules, read beside the product's; what does not fit is a usage error with file, line and remedy.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mergeOverrides, OverrideError } from '../../actors/overrides.js'
import type { ActorEntry } from '../../knowledge/actor-schema.js'
import type { OwnKnowledge } from '../../knowledge/own.js'
import type { Knowledge } from '../../knowledge/sources.js'
import { pathsOf } from '../../store/layout.js'
import type { Setup } from '../workers/crew.js'
import { UsageError } from './context.js'

/** What a ledger knows beside the product, and all actors together. */
export interface LedgerKnowledge extends OwnKnowledge {
  readonly allActors: readonly ActorEntry[]
}

/** @throws UsageError with file, line and remedy. */
export const readLedgerKnowledge = async (folder: string, product: Knowledge): Promise<LedgerKnowledge> => {
  const { actors: file, rules } = pathsOf(folder)
  if (!existsSync(file) && !existsSync(rules)) return { actors: [], rules: [], allActors: product.actors }
  const [{ readOwnKnowledge }, { KnowledgeError }] = await Promise.all([
    import('../../knowledge/own.js'),
    import('../../knowledge/read.js'),
  ])
  try {
    const own = readOwnKnowledge({ actors: file, rules }, product)
    return { ...own, allActors: mergeOverrides(product.actors, own.actors) }
  } catch (error) {
    if (error instanceof OverrideError) throw new UsageError(`${file}: ${error.message}`)
    if (error instanceof KnowledgeError) throw new UsageError(error.message)
    throw error
  }
}

/** All that is known at a ledger: the product's knowledge and the ledger's own together; of no ledger, the product's. */
export const knowledgeAt = async (folder: string | undefined, product: Knowledge): Promise<Knowledge> => {
  if (folder === undefined) return product
  const { allActors, rules } = await readLedgerKnowledge(folder, product)
  return { ...product, actors: [...allActors], rules: [...product.rules, ...rules] }
}

/** The part of a crew's setup that is the ledger's own; claims that were read with it say so in their coder. */
export const ownSetup = ({ actors, rules }: OwnKnowledge): Pick<Setup, 'overrides' | 'rules' | 'mark'> => {
  if (actors.length + rules.length === 0) return { overrides: [] }
  const mark = createHash('sha256')
    .update(JSON.stringify([actors, rules]))
    .digest('hex')
    .slice(0, 8)
  return { overrides: actors, rules, mark: `own ${mark}` }
}
