import { describe, expect, it } from 'vitest'
import { withFigures } from '../../eval/readme.js'
import { compareScores, exitStatusOf } from '../../eval/report.js'

const points = (value: number) => ({ value, unit: 'points' as const })
const items = (value: number) => ({ value, unit: 'items' as const })

describe('a fall against the accepted scores', () => {
  it.each([
    [points(50), points(48), false],
    [points(50), points(47.9), true],
    [items(30), items(27), false],
    [items(30), items(26), true],
    [points(50), points(60), false],
    [{ value: 9, unit: 'free' as const }, { value: 1, unit: 'free' as const }, false],
    [{ value: 0, unit: 'faults' as const }, { value: 1, unit: 'faults' as const }, true],
    [{ value: 1, unit: 'faults' as const }, { value: 0, unit: 'faults' as const }, false],
  ])('%j to %j fails the run: %s', (before, now, isDrop) => {
    expect(compareScores({ set: { figure: before } }, { set: { figure: now } })[0]!.isDrop).toBe(isDrop)
  })

  it('sets the exit status, however many figures rose beside it', () => {
    const before = { positions: { F1: points(50), right: items(100) } }
    const now = (f1: number, right: number) => ({ positions: { F1: points(f1), right: items(right) } })
    expect(exitStatusOf(compareScores(before, now(48, 97)))).toBe(0)
    expect(exitStatusOf(compareScores(before, now(47.9, 130)))).toBe(1)
    expect(exitStatusOf(compareScores(before, now(60, 96)))).toBe(1)
    expect(compareScores(before, now(60, 96))[1]!.line).toMatch(/right +96 \(-4\) {2}DROPPED/)
  })

  it('is also a figure that its measurement gives no more', () => {
    const changes = compareScores({ positions: { F1: points(50) }, seed: { found: items(1) } }, { positions: {} })
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({ isDrop: true })
    expect(changes[0]!.line).toContain('LOST')
  })

  it('a figure that was not known before is none', () => {
    const [change] = compareScores({}, { set: { figure: points(1) } })
    expect(change).toMatchObject({ isDrop: false })
    expect(change!.line).toContain('new')
  })
})

describe('the figures of the README', () => {
  const marks = '<!-- figures: written by npm run eval -- --accept -->\nold\n<!-- end of figures -->'

  it('stand between their marks and leave the rest alone', () => {
    const readme = withFigures(`before\n${marks}\nafter`, { positions: { F1: points(51) } })
    expect(readme).toMatch(/^before\n/)
    expect(readme).toMatch(/\nafter$/)
    expect(readme).toContain('| positions | F1 | 51.0 % |')
    expect(readme).not.toContain('old')
  })

  it('are refused where the marks are not there', () => {
    expect(() => withFigures('nothing', {})).toThrow(/figures/)
  })
})
