// Examples in, weights out: logistic regression with a pull toward stated weights, by Newton's steps. Exact and without chance.
import { logistic } from '../src/claims/confidence/weigh.js'

export interface Example {
  readonly features: readonly number[]
  readonly right: boolean
}

/** Weights of the features, after an intercept. */
export interface Fit {
  readonly intercept: number
  readonly weights: readonly number[]
}

/** Solves `matrix` x = `vector` by elimination; the matrix must be positive definite. */
const solve = (matrix: readonly (readonly number[])[], vector: readonly number[]): readonly number[] => {
  const rows = matrix.map((row, index) => [...row, vector[index]!])
  for (let column = 0; column < rows.length; column++) {
    const pivot = rows[column]!
    for (let below = column + 1; below < rows.length; below++) {
      const factor = rows[below]![column]! / pivot[column]!
      rows[below] = rows[below]!.map((value, index) => value - factor * pivot[index]!)
    }
  }
  const solution = new Array<number>(rows.length).fill(0)
  for (let row = rows.length - 1; row >= 0; row--) {
    const known = solution.reduce((sum, value, index) => sum + (index > row ? value * rows[row]![index]! : 0), 0)
    solution[row] = (rows[row]!.at(-1)! - known) / rows[row]![row]!
  }
  return solution
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * b[index]!, 0)

/** Fits `examples`; `toward` are the weights that count when there are none, `pull` how many examples strong they are. */
export const fitLogistic = (examples: readonly Example[], toward: Fit, pull: number): Fit => {
  const prior = [toward.intercept, ...toward.weights]
  let weights: readonly number[] = prior
  for (let step = 0; step < 25; step++) {
    const gradient = prior.map((value, index) => (index === 0 ? 0 : pull * (value - weights[index]!)))
    const curvature = prior.map((_, row) => prior.map((__, column) => (row === column ? (row === 0 ? 1e-6 : pull) : 0)))
    for (const { features, right } of examples) {
      const inputs = [1, ...features]
      const expected = logistic(dot(inputs, weights))
      const spread = expected * (1 - expected)
      for (const [row, value] of inputs.entries()) {
        gradient[row]! += value * ((right ? 1 : 0) - expected)
        for (const [column, other] of inputs.entries()) curvature[row]![column]! += spread * value * other
      }
    }
    const change = solve(curvature, gradient)
    weights = weights.map((value, index) => value + change[index]!)
    if (Math.max(...change.map(Math.abs)) < 1e-9) break
  }
  return { intercept: weights[0]!, weights: weights.slice(1) }
}
