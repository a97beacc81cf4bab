// A choice among a few words as a labelled select.

/** Values and the words for them, in order; as pairs where a value is a number, which an object would put first. */
export type Choices = Readonly<Record<string, string>> | readonly (readonly [string, string])[]

const entriesOf = (of: Choices): readonly (readonly [string, string])[] => (Array.isArray(of) ? of : Object.entries(of))

/** A choice's options, for a select that is laid out elsewhere. */
export const Options = ({ of }: { readonly of: Choices }) =>
  entriesOf(of).map(([each, word]) => (
    <option key={each} value={each}>
      {word}
    </option>
  ))

export const Choice = ({
  label,
  of,
  name,
  value,
  onChoose,
}: {
  readonly label: string
  readonly of: Choices
  readonly name?: string
  readonly value?: string
  readonly onChoose?: (value: string) => void
}) => (
  <label>
    <span>{label}</span>
    <select name={name} value={value} onChange={event => onChoose?.(event.target.value)}>
      <Options of={of} />
    </select>
  </label>
)
