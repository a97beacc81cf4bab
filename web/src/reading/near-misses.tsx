// The rules that all but fired in a claim's sentence, and why each did not.
import type { Claim } from '../../../src/claims/types.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { words } from '../words.js'
import { useExplanation } from './source.js'

const { card } = words

export const NearMisses = ({ claim }: { readonly claim: Claim }) => {
  const { data, error } = useExplanation(true)
  const { start } = claim.quotes.trigger
  const here = data?.nearMisses.filter(({ sentence }) => sentence.start <= start && start < sentence.end) ?? []
  return (
    <section className="inset">
      <h4>{card.nearMisses}</h4>
      {error && <TroubleNote error={error} />}
      {data === undefined && !error && <Skeleton lines={1} />}
      {data !== undefined && here.length === 0 && <p className="soft">{card.noNearMiss}</p>}
      <ul>
        {here.map(({ rule, trigger, reason }) => (
          <li key={`${rule} ${trigger.start} ${reason}`}>
            {card.nearMiss(rule, trigger.exact)}: <span className="soft">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
