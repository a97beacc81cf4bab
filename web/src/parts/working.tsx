// Long work under way: what is being done, how far, how long still, and a way to stop it. Nothing of it is shown before 300 ms.
import { useEffect, useRef } from 'react'
import type { Progress } from '../../../src/faces/api/watch.js'
import { words } from '../words.js'

const wordsFor = ({ step, done, of }: Progress): string =>
  step === 'coding'
    ? words.progress.coding(Math.min(done + 1, of), of)
    : step === 'documents'
      ? words.progress.documents(Math.min(done + 1, of), of)
      : words.progress[step]

export const Working = ({
  progress,
  onStop,
}: {
  readonly progress: Progress | undefined
  readonly onStop: () => void
}) => {
  const begun = useRef(0)
  useEffect(() => {
    begun.current = performance.now()
  }, [])
  const share = progress === undefined || progress.of === 0 ? 0 : progress.done / progress.of
  const seconds = Math.round(((performance.now() - begun.current) / 1000) * (1 / share - 1))
  return (
    <div className="working">
      <p className="row" role="status">
        <span>{progress === undefined ? words.states.loading : wordsFor(progress)}</span>
        {share > 0.1 && Number.isFinite(seconds) && <span className="soft">{words.progress.left(seconds)}</span>}
      </p>
      <p className="row">
        <progress value={progress?.done ?? 0} max={progress?.of ?? 1} aria-label={words.states.loading} />
        <button type="button" onClick={onStop}>
          {words.states.stop}
        </button>
      </p>
    </div>
  )
}
