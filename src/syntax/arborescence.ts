// Arc scores in, heads out: the likeliest of each word, or the best tree by Chu-Liu/Edmonds.
// Law: the best tree has exactly one root and no cycle, no tree with one root scores higher, and the likeliest heads are it where they
// make a tree.

/** Log-probabilities of every possible arc of a sentence of `size` words; head 0 is the root, head i + 1 is word i. */
export interface ArcScores {
  readonly size: number
  /** Row-major, `size` rows of `size + 1` columns: row = dependent, column = head. */
  readonly values: ArrayLike<number>
}

/** The likeliest head of each word by itself, the first of equals: 0 for the root, i + 1 for word i. They need not make a tree. */
export function greedyHeads({ size, values }: ArcScores): number[] {
  return Array.from({ length: size }, (_, word) => {
    const row = word * (size + 1)
    let best = 0
    for (let head = 1; head <= size; head++) {
      if (head !== word + 1 && values[row + head]! > values[row + best]!) best = head
    }
    return best
  })
}

/** Whether heads (0 = root) make one tree: a single root from which every word is reached. */
export function isTree(heads: readonly number[]): boolean {
  if (heads.length > 0 && heads.filter(head => head === 0).length !== 1) return false
  const climbedFrom = new Array<number>(heads.length).fill(-1)
  return heads.every((_, word) => {
    let at = word
    while (climbedFrom[at] === -1) {
      climbedFrom[at] = word
      const head = heads[at]!
      if (head === 0) return true
      at = head - 1
    }
    return climbedFrom[at] !== word
  })
}

/** So dear that the best tree never takes a second arc from the root. */
const SECOND_ROOT = 1e7

/** The heads (0 for the root, i + 1 for word i) of the best tree with one root. */
export function maximumTree({ size, values }: ArcScores): number[] {
  const nodes = size + 1
  const weights = new Float64Array(nodes * nodes).fill(Number.NEGATIVE_INFINITY)
  for (let word = 0; word < size; word++) {
    for (let head = 0; head < nodes; head++) {
      if (head === word + 1) continue
      const value = values[word * nodes + head]!
      weights[(word + 1) * nodes + head] = head === 0 ? value - SECOND_ROOT : value
    }
  }
  return chuLiuEdmonds(weights, nodes).slice(1)
}

/**
 * The maximum spanning arborescence over `nodes` nodes from node 0. `weights[dependent * nodes + head]` may be
 * -Infinity for arcs that are not there. Gives one head per node; node 0 has head -1.
 */
export function chuLiuEdmonds(weights: Float64Array, nodes: number): number[] {
  const heads = Array.from({ length: nodes }, (_, node) => (node === 0 ? -1 : bestHead(weights, nodes, node)))
  const cycle = findCycle(heads)
  if (cycle === undefined) return heads

  // Contract the cycle into one new last node, solve the smaller problem, and open the cycle where it is entered.
  const inside = new Set(cycle)
  const outside = heads.map((_, node) => node).filter(node => !inside.has(node))
  const merged = outside.length
  const smaller = merged + 1
  const contracted = new Float64Array(smaller * smaller).fill(Number.NEGATIVE_INFINITY)
  const entered = new Map<number, number>()
  const left = new Map<number, number>()
  const weight = (dependent: number, head: number): number => weights[dependent * nodes + head]!
  outside.forEach((node, place) => {
    outside.forEach((other, otherPlace) => {
      contracted[place * smaller + otherPlace] = weight(node, other)
    })
    const gain = (member: number): number => weight(member, node) - weight(member, heads[member]!)
    const entry = argmax(cycle, gain)
    entered.set(place, entry)
    contracted[merged * smaller + place] = gain(entry)
    const exit = argmax(cycle, member => weight(node, member))
    left.set(place, exit)
    if (node !== 0) contracted[place * smaller + merged] = weight(node, exit)
  })
  const solved = chuLiuEdmonds(contracted, smaller)
  outside.forEach((node, place) => {
    const head = solved[place]!
    if (head !== -1) heads[node] = head === merged ? left.get(place)! : outside[head]!
  })
  const from = solved[merged]!
  heads[entered.get(from)!] = outside[from]!
  return heads
}

function bestHead(weights: Float64Array, nodes: number, node: number): number {
  let best = node === 0 ? -1 : 0
  for (let head = 1; head < nodes; head++) {
    if (head !== node && weights[node * nodes + head]! > weights[node * nodes + best]!) best = head
  }
  return best
}

function findCycle(heads: readonly number[]): number[] | undefined {
  const seenFrom = new Array<number>(heads.length).fill(-1)
  for (let start = 1; start < heads.length; start++) {
    let node = start
    while (node !== 0 && seenFrom[node] === -1) {
      seenFrom[node] = start
      node = heads[node]!
    }
    if (node === 0 || seenFrom[node] !== start) continue
    const cycle = [node]
    for (let next = heads[node]!; next !== node; next = heads[next]!) cycle.push(next)
    return cycle
  }
  return undefined
}

function argmax(candidates: readonly number[], value: (candidate: number) => number): number {
  return candidates.reduce((best, candidate) => (value(candidate) > value(best) ? candidate : best))
}
