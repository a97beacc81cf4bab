// A choice among a few views as tabs; and the five dimensions as such, each with its gloss.
import type { Dimension } from '../../../src/claims/types.js'
import { words } from '../words.js'

export const dimensions = Object.keys(words.dimensions) as Dimension[]

/** The dimension that an address names; recognition where it names none. */
export const dimensionOf = (named: string | undefined): Dimension =>
  dimensions.find(each => each === named) ?? 'recognition'

export const Tabs = <Name extends string>({
  label,
  of,
  glosses,
  chosen,
  onChoose,
}: {
  readonly label: string
  readonly of: Readonly<Record<Name, string>>
  readonly glosses?: Readonly<Record<Name, string>>
  readonly chosen: Name
  readonly onChoose: (name: Name) => void
}) => (
  <fieldset className="tabs">
    <legend className="unseen">{label}</legend>
    {(Object.entries(of) as [Name, string][]).map(([name, word]) => (
      <button
        type="button"
        key={name}
        aria-pressed={name === chosen}
        title={glosses?.[name]}
        onClick={() => onChoose(name)}
      >
        {word}
      </button>
    ))}
  </fieldset>
)

export const DimensionTabs = ({
  chosen,
  onChoose,
}: {
  readonly chosen: Dimension
  readonly onChoose: (dimension: Dimension) => void
}) => <Tabs label={words.dimension} of={words.dimensions} glosses={words.glosses} chosen={chosen} onChoose={onChoose} />
