// A choice among a few words as a labelled select.
export const Choice = ({
  label,
  of,
  name,
  value,
  onChoose,
}: {
  readonly label: string
  /** Values and the words for them, in order. */
  readonly of: Readonly<Record<string, string>>
  readonly name?: string
  readonly value?: string
  readonly onChoose?: (value: string) => void
}) => (
  <label>
    <span>{label}</span>
    <select name={name} value={value} onChange={event => onChoose?.(event.target.value)}>
      {Object.entries(of).map(([each, word]) => (
        <option key={each} value={each}>
          {word}
        </option>
      ))}
    </select>
  </label>
)
