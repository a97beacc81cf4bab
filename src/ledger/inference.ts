// What follows from standing by rules that are data: facts in, inferences out, each with its rule and its premises. An inference is no
// standing and no evidence, and no inference is drawn from another.
import type { Dimension, Direction } from '../claims/types.js'
import type { InferenceRule } from '../knowledge/ledger-schema.js'

export interface PositionFact {
  readonly holder: string
  readonly target: string
  readonly dimension: Dimension
  readonly direction: Direction
  /** Claims that it rests on. */
  readonly evidence?: readonly string[]
}
export interface TieFact {
  readonly subject: string
  readonly relation: string
  readonly object: string
  readonly evidence?: readonly string[]
}
export type Fact = PositionFact | TieFact

export interface Inference {
  readonly rule: string
  readonly gloss: string
  readonly holder: string
  readonly target: string
  readonly dimension: Dimension
  readonly direction: Direction
  readonly premises: readonly Fact[]
}

type Pattern = InferenceRule['premises'][number]
type Binding = ReadonlyMap<string, string>

const endsOf = (item: Pattern | Fact): readonly [string, string] =>
  'holder' in item ? [item.holder, item.target] : [item.subject, item.object]
const kindOf = (item: Pattern | Fact): string =>
  'holder' in item ? `${item.dimension}${item.direction}` : `${item.relation}`

/** Facts by what they say, and by either end of them. */
const indexFacts = (facts: readonly Fact[]) => {
  const index = new Map<string, Fact[]>()
  const put = (key: string, fact: Fact): void => {
    const list = index.get(key)
    if (list) list.push(fact)
    else index.set(key, [fact])
  }
  for (const fact of facts) {
    const [from, to] = endsOf(fact)
    const kind = kindOf(fact)
    put(kind, fact)
    put(`${kind} from ${from}`, fact)
    put(`${kind} to ${to}`, fact)
  }
  return index
}

const bind = (binding: Binding, letter: string, actor: string): Binding | undefined => {
  const bound = binding.get(letter)
  if (bound !== undefined) return bound === actor ? binding : undefined
  return [...binding.values()].includes(actor) ? undefined : new Map([...binding, [letter, actor]])
}

const draw = (
  rule: InferenceRule,
  index: ReadonlyMap<string, readonly Fact[]>,
  start: Binding,
): readonly { readonly binding: Binding; readonly premises: readonly Fact[] }[] => {
  let partial: readonly { readonly binding: Binding; readonly premises: readonly Fact[] }[] = [
    { binding: start, premises: [] },
  ]
  for (const pattern of rule.premises) {
    const [fromLetter, toLetter] = endsOf(pattern)
    const kind = kindOf(pattern)
    partial = partial.flatMap(({ binding, premises }) => {
      const [from, to] = [binding.get(fromLetter), binding.get(toLetter)]
      const key = from !== undefined ? `${kind} from ${from}` : to !== undefined ? `${kind} to ${to}` : kind
      return (index.get(key) ?? []).flatMap(fact => {
        const [factFrom, factTo] = endsOf(fact)
        const once = bind(binding, fromLetter, factFrom)
        const both = once === undefined ? undefined : bind(once, toLetter, factTo)
        return both === undefined ? [] : [{ binding: both, premises: [...premises, fact] }]
      })
    })
  }
  return partial
}

/** Which inferences are wanted. */
export interface InferenceFilter {
  readonly holder?: string | undefined
  readonly target?: string | undefined
  readonly rules?: readonly string[] | undefined
}

/** Everything that the rules infer from the facts, in the order of the rules, then of holder and target; the same inference once. */
export const inferFrom = (
  facts: readonly Fact[],
  rules: readonly InferenceRule[],
  filter: InferenceFilter = {},
): readonly Inference[] => {
  const index = indexFacts(facts)
  return rules
    .filter(rule => filter.rules?.includes(rule.name) !== false)
    .flatMap(rule => {
      const { holder, target, dimension, direction } = rule.concludes
      const start = new Map([
        ...(filter.holder === undefined ? [] : [[holder, filter.holder] as const]),
        ...(filter.target === undefined ? [] : [[target, filter.target] as const]),
      ])
      const drawn = draw(rule, index, start).map(
        ({ binding, premises }): Inference => ({
          rule: rule.name,
          gloss: rule.gloss,
          holder: binding.get(holder)!,
          target: binding.get(target)!,
          dimension,
          direction,
          premises,
        }),
      )
      const keyOf = (inference: Inference) =>
        [inference.holder, inference.target, ...inference.premises.flatMap(endsOf)].join('\t')
      const distinct = new Map(drawn.map(inference => [keyOf(inference), inference]))
      return [...distinct].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, inference]) => inference)
    })
}
