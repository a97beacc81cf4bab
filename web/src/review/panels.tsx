// What a judgement may need to be told: why a claim is wrong, chips first and free words second; or which field is to be another.
import { type FormEvent, useState } from 'react'
import type { Evidence } from '../answers.js'
import { actorNames } from '../parts/actor-names.js'
import { type Choices, Options } from '../parts/choice.js'
import { words } from '../words.js'

const { review } = words

export const ReasonPanel = ({
  onReason,
  onCancel,
}: {
  readonly onReason: (reason: string | undefined) => void
  readonly onCancel: () => void
}) => (
  <form
    className="panel"
    onSubmit={event => {
      event.preventDefault()
      onReason(String(new FormData(event.currentTarget).get('reason')).trim() || undefined)
    }}
  >
    <p>{review.reason}</p>
    <p className="row">
      {review.reasons.map((reason, index) => (
        // biome-ignore lint/a11y/noAutofocus: the key that opened the panel asked for it
        <button type="button" key={reason} autoFocus={index === 0} onClick={() => onReason(reason)}>
          {reason}
        </button>
      ))}
    </p>
    <p className="row">
      <input name="reason" aria-label={review.ownReason} placeholder={review.ownReason} maxLength={400} />
      <button type="submit" className="primary">
        {review.no}
      </button>
      <button type="button" onClick={onCancel}>
        {review.cancel}
      </button>
    </p>
  </form>
)

const fieldValues: Readonly<Record<string, Choices>> = {
  direction: words.directionChoices,
  dimension: words.dimensions,
  modality: words.modalities,
}

/** What the field holds now, so that one changes it instead of guessing. */
const presentValue = ({ positions, modality, date }: Evidence, field: string): string => {
  const [position] = positions
  return (
    {
      direction: position?.direction,
      dimension: position?.dimension,
      holder: position?.holder,
      target: position?.target,
      modality,
      date,
    }[field] ?? ''
  )
}

export const CorrectPanel = ({
  evidence,
  onSave,
  onCancel,
}: {
  readonly evidence: Evidence
  readonly onSave: (field: string, to: string) => void
  readonly onCancel: () => void
}) => {
  const [field, setField] = useState('direction')
  const values = fieldValues[field]
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    onSave(field, String(new FormData(event.currentTarget).get('to')))
  }
  return (
    <form className="panel controls" onSubmit={submit}>
      <label>
        <span>{review.field}</span>
        {/* biome-ignore lint/a11y/noAutofocus: the key that opened the form asked for it */}
        <select value={field} onChange={event => setField(event.target.value)} autoFocus>
          <Options of={review.fields} />
        </select>
      </label>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: it is one of the two below */}
      <label>
        <span>{review.to}</span>
        {values ? (
          <select name="to" key={field} defaultValue={presentValue(evidence, field)}>
            <Options of={values} />
          </select>
        ) : (
          <input
            name="to"
            key={field}
            required
            autoComplete="off"
            defaultValue={presentValue(evidence, field)}
            list={field === 'date' ? undefined : actorNames}
          />
        )}
      </label>
      <button type="submit" className="primary">
        {review.save}
      </button>
      <button type="button" onClick={onCancel}>
        {review.cancel}
      </button>
    </form>
  )
}
