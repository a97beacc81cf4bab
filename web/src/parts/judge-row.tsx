// The verdict on one claim, where it is shown: three answers, or the one that was given and a way to take it back.
import { words } from '../words.js'
import { useJudging, type Verdict } from './judge.js'

const { judging } = words
const verdicts: readonly Verdict[] = ['right', 'wrong', 'unsure']

export interface Judged {
  readonly say: string
  readonly who: string
  readonly row: string
}

/** @param judged the verdict that counts; undefined where there is none. */
export const JudgeRow = ({ claim, judged }: { readonly claim: string; readonly judged: Judged | undefined }) => {
  const { judge, undo, error, busy } = useJudging()
  return (
    <fieldset className="row small judging">
      <legend className="unseen">{judging.label}</legend>
      {judged === undefined ? (
        verdicts.map(say => (
          <button
            key={say}
            type="button"
            className="small"
            disabled={busy}
            onClick={() => judge.mutate({ claim, say })}
          >
            {judging[say]}
          </button>
        ))
      ) : (
        <>
          <span className="tag caution">
            {judging.by(judging.said[judged.say as Verdict] ?? judged.say, judged.who)}
          </span>
          <button type="button" className="quiet" disabled={busy} onClick={() => undo.mutate(judged.row)}>
            {judging.undo}
          </button>
        </>
      )}
      {error && (
        <span className="fault" role="alert">
          {error.message}
        </span>
      )}
    </fieldset>
  )
}
