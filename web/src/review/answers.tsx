// The answers to the item in hand, each with its key; and what has been done so far.
import type { ReactNode } from 'react'
import { words } from '../words.js'
import type { Desk } from './desk.js'

const { review } = words

export interface Key {
  readonly key: string
  readonly label: string
  readonly act: () => void
  readonly disabled?: boolean
  readonly primary?: boolean
}

/** The keys that every queue has. */
export const movingKeys = (desk: Desk): readonly Key[] => [
  { key: 'z', label: review.undo, act: desk.undo, disabled: desk.done.length === 0 },
  { key: 'k', label: review.previous, act: () => desk.step(-1), disabled: desk.place === 0 },
  { key: 'j', label: review.next, act: () => desk.step(1), disabled: desk.current === undefined },
]

export const actsOf = (keys: readonly Key[]): Readonly<Record<string, () => void>> =>
  Object.fromEntries(keys.filter(({ disabled }) => disabled !== true).map(({ key, act }) => [key, act]))

export const Answers = ({ keys }: { readonly keys: readonly Key[] }) => (
  <fieldset className="row answers">
    <legend className="unseen">{review.title}</legend>
    {keys.map(({ key, label, act, disabled, primary }) => (
      <button key={key} type="button" className={primary ? 'primary' : undefined} onClick={act} disabled={disabled}>
        {label} <kbd>{key}</kbd>
      </button>
    ))}
  </fieldset>
)

export const ProgressLine = ({
  judged,
  left,
  said,
  children,
}: {
  readonly judged: number
  readonly left: number
  readonly said: string
  readonly children?: ReactNode
}) => (
  <div className="progress-line">
    <p className="row">
      <span>{review.progress(judged, left)}</span>
      {children}
      <span role="status" className="soft said">
        {said}
      </span>
    </p>
    <progress value={judged} max={Math.max(1, judged + left)} aria-label={review.progressLabel} />
  </div>
)
