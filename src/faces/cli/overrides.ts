// The analyst's own actors file in, validated entries out; what does not fit is a usage error with file and line.
import { readFile } from 'node:fs/promises'
import type { ActorEntry } from '../../knowledge/actor-schema.js'
import { UsageError } from './context.js'

/** The entries of `file`, none where no file is given. The schemas are loaded only where there is something to check. */
export const readOverrides = async (file: string | undefined): Promise<readonly ActorEntry[]> => {
  if (file === undefined) return []
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--actors ${file} cannot be read: ${error.code ?? error.message}`)
  })
  const [{ z }, { actorEntry }, { KnowledgeError, parseYaml }] = await Promise.all([
    import('zod'),
    import('../../knowledge/actor-schema.js'),
    import('../../knowledge/read.js'),
  ])
  try {
    const parsed = parseYaml(file, text)
    const result = z.array(actorEntry).safeParse(parsed.value ?? [])
    if (result.success) return result.data
    const faults = result.error.issues.map(
      ({ path, message }) => `${file}:${parsed.lineOf(path)}: ${path.join('.')}: ${message}`,
    )
    throw new UsageError(faults.join('\n'))
  } catch (error) {
    if (error instanceof KnowledgeError) throw new UsageError(error.message)
    throw error
  }
}
