// The stored texts read again with the coder that is here: first what would change, then, where wanted, the new coding kept.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Progress } from '../../../src/faces/api/watch.js'
import { shownDirection, stanceSentence } from '../../../src/faces/formats/stance.js'
import type { RecodeAnswer, Stance } from '../answers.js'
import { actLong } from '../api.js'
import { words } from '../words.js'
import { Shape } from './shape.js'
import { TroubleNote } from './states.js'
import { Working } from './working.js'

const { documents: texts } = words

const Side = ({ stance }: { readonly stance: Stance | null }) =>
  stance === null ? (
    <span className="soft">{words.standing.groupsOf.none}</span>
  ) : (
    <>
      <Shape direction={shownDirection(stance)} /> {stanceSentence(stance)}
    </>
  )

export const Recode = () => {
  const queries = useQueryClient()
  const [progress, setProgress] = useState<Progress>()
  const [running, setRunning] = useState(false)
  const [found, setFound] = useState<RecodeAnswer>()
  const [error, setError] = useState<unknown>()
  const stop = useRef<AbortController>(undefined)
  const run = async (take: boolean): Promise<void> => {
    const control = new AbortController()
    stop.current = control
    setError(undefined)
    setProgress(undefined)
    setRunning(true)
    try {
      setFound(await actLong<RecodeAnswer>('recode', { take }, setProgress, control.signal))
      if (take) await queries.invalidateQueries()
    } catch (trouble) {
      if (!control.signal.aborted) setError(trouble)
    }
    setRunning(false)
  }
  return (
    <details className="recode">
      <summary>{texts.recode}</summary>
      <p className="soft">{texts.recodeLead}</p>
      {running ? (
        <Working progress={progress} onStop={() => stop.current?.abort()} />
      ) : (
        <p className="row">
          <button type="button" onClick={() => void run(false)}>
            {texts.recodeTry}
          </button>
          {found !== undefined && found.differing > 0 && !found.taken && (
            <button type="button" className="primary" onClick={() => void run(true)}>
              {texts.recodeTake}
            </button>
          )}
        </p>
      )}
      {error !== undefined && <TroubleNote error={error} />}
      {found && !running && (
        <div role="status">
          <p>
            {found.taken
              ? texts.recodeTaken(found.differing)
              : found.differing === 0
                ? texts.recodeSame
                : texts.recodeFound(found.documents, found.claims, found.cells)}
          </p>
          {!found.taken && (
            <ul className="ties">
              {found.changes.map(({ before, after, claims }) => {
                const cell = (after ?? before)!
                return (
                  <li key={`${cell.holder} ${cell.target} ${cell.dimension}`}>
                    <Side stance={before} /> <span className="soft">{texts.becomes}</span> <Side stance={after} />
                    <ul className="soft">
                      {claims.map(({ kind, before: old, after: fresh, fields, quote }) => (
                        <li key={`${old} ${fresh}`}>
                          {texts.recodeClaim[kind]} <q>{quote}</q> {fields.join('; ')}
                        </li>
                      ))}
                    </ul>
                  </li>
                )
              })}
            </ul>
          )}
        </div>
      )}
    </details>
  )
}
