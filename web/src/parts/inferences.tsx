// What follows from the standings of an actor by named rules. It never looks like evidence: dotted, tagged, with its premises.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../answers.js'
import { ask } from '../api.js'
import { words } from '../words.js'
import { Shape } from './shape.js'
import { Skeleton, TroubleNote } from './states.js'

const { actor: texts } = words
type Inference = Answer<'inferences'>['inferences'][number]

const useInferences = (side: 'holder' | 'target', actor: string, on: string | undefined) =>
  useQuery({
    queryKey: ['inferences', side, actor, on],
    queryFn: ({ signal }) => ask<Answer<'inferences'>>('inferences', { [side]: actor, on, limit: 50 }, signal),
  })

const Card = ({ inference }: { readonly inference: Inference }) => {
  const { holder, holderName, target, targetName, dimension, direction, rule, gloss, premises } = inference
  return (
    <li className="card inference">
      <p className="says">
        <Shape direction={direction} />{' '}
        <Link to="/actors/$actor" params={{ actor: holder }}>
          {holderName}
        </Link>{' '}
        {words.directions[direction]}{' '}
        <Link to="/actors/$actor" params={{ actor: target }}>
          {targetName}
        </Link>{' '}
        ({dimension}) <span className="tag caution">{texts.inferredTag}</span>
      </p>
      <p className="soft small">
        {texts.because} {premises.map(premise => premise.words).join('; ')} — {gloss} ({rule})
      </p>
    </li>
  )
}

export const Inferences = ({ actor, on }: { readonly actor: string; readonly on: string | undefined }) => {
  const asked = [useInferences('holder', actor, on), useInferences('target', actor, on)]
  const error = asked.find(each => each.error)?.error
  const found = asked.flatMap(({ data }) => data?.inferences ?? [])
  if (error) return <TroubleNote error={error} />
  return (
    <>
      <p className="soft">{texts.inferredLead}</p>
      {asked.some(each => each.isPending) && <Skeleton lines={3} />}
      {asked.every(each => each.data) && found.length === 0 && <p className="soft">{texts.noInferred}</p>}
      <ul className="evidence columns">
        {found.map(each => (
          <Card key={`${each.rule} ${each.holder} ${each.target} ${each.dimension}`} inference={each} />
        ))}
      </ul>
    </>
  )
}
