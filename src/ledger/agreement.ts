// How far judges agree: Krippendorff's alpha for any number of judges and gaps, Cohen's kappa for two. Nominal labels.

/** One judge's label of one unit. */
export interface Label {
  readonly judge: string
  readonly unit: string
  readonly label: string
}

const byUnit = (labels: readonly Label[]): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const units = new Map<string, Map<string, string>>()
  for (const { judge, unit, label } of labels) units.set(unit, (units.get(unit) ?? new Map()).set(judge, label))
  return units
}

/** Krippendorff's alpha for nominal labels; a judge's last label of a unit counts. Undefined where no unit has two judges or all labels are one. */
export const krippendorffAlpha = (labels: readonly Label[]): number | undefined => {
  const totals = new Map<string, number>()
  let observed = 0
  let pairable = 0
  for (const given of byUnit(labels).values()) {
    const values = [...given.values()]
    if (values.length < 2) continue
    pairable += values.length
    for (const [place, value] of values.entries()) {
      totals.set(value, (totals.get(value) ?? 0) + 1)
      const unlike = values.filter((other, at) => at !== place && other !== value).length
      observed += unlike / (values.length - 1)
    }
  }
  const counts = [...totals.values()]
  const expected = counts.reduce((sum, count) => sum + count * (pairable - count), 0) / (pairable - 1)
  return pairable === 0 || expected === 0 ? undefined : 1 - observed / expected
}

/** Cohen's kappa of two judges over the units that both labelled; undefined where there are none or chance alone explains all. */
export const cohenKappa = (labels: readonly Label[], one: string, other: string): number | undefined => {
  const pairs = [...byUnit(labels).values()].flatMap(given => {
    const [left, right] = [given.get(one), given.get(other)]
    return left === undefined || right === undefined ? [] : [[left, right] as const]
  })
  if (pairs.length === 0) return undefined
  const share = (side: 0 | 1, label: string) => pairs.filter(pair => pair[side] === label).length / pairs.length
  const observed = pairs.filter(([left, right]) => left === right).length / pairs.length
  const expected = [...new Set(pairs.flat())].reduce((sum, label) => sum + share(0, label) * share(1, label), 0)
  return expected === 1 ? undefined : (observed - expected) / (1 - expected)
}
