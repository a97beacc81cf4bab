// The holders of a matrix in groups: by region, by where they stand toward the first target, by kind. Within a group their order stays.
import { shownDirection } from '../../../src/faces/formats/stance.js'
import type { Answer } from '../answers.js'
import { words } from '../words.js'
import type { Group, Party } from './matrix.js'
import { classOf } from './shape.js'

const { groupsOf, toward } = words.standing

const regionOf = ({ region, kind }: Party): string =>
  region ?? (kind === 'state' ? words.regions.unknown : words.regions.other)

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Names of the groups in their order, where it is not that of the alphabet. */
const standings = [groupsOf.for, groupsOf.open, groupsOf.against, groupsOf.none]

export const groupHolders = ({ holders, targets, cells }: Answer<'matrix'>, by: string): readonly Group[] => {
  const [first] = targets
  if (by === 'standing' && first !== undefined) {
    const toFirst = new Map(cells.filter(({ target }) => target === first.id).map(each => [each.holder, each]))
    const nameOf = ({ id }: Party): string => {
      const stance = toFirst.get(id)
      return stance === undefined ? groupsOf.none : groupsOf[classOf(shownDirection(stance))]
    }
    const groups = Map.groupBy(holders, nameOf)
    return standings.flatMap(name => {
      const found = groups.get(name)
      return found === undefined ? [] : [{ name: toward(name, first.name), holders: found }]
    })
  }
  if (by === 'region' || by === 'kind') {
    const groups = Map.groupBy(holders, each =>
      by === 'region' ? regionOf(each) : capital((each.kind ?? words.regions.unknown).replace('-', ' ')),
    )
    const last = words.regions.other
    return [...groups]
      .sort(([one], [other]) => Number(one === last) - Number(other === last) || one.localeCompare(other, 'en'))
      .map(([name, found]) => ({ name, holders: found }))
  }
  return [{ name: undefined, holders }]
}
