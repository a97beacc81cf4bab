// The slant of a text, on request: whose words fill it, whose word its claims rest on, who gets loaded names. The words are shown.
import { percent } from '../parts/evidence.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { words } from '../words.js'
import { useExplanation } from './source.js'

const { slant: texts } = words

const nameOf = ({ id, name }: { readonly id: string; readonly name: string }): string =>
  id === 'author' ? texts.author : id === 'unnamed' ? texts.unnamed : name

const Bar = ({ share }: { readonly share: number }) => (
  <svg className="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect width={Math.max(1, share * 100)} height={6} />
  </svg>
)

export const Slant = ({ onShow }: { readonly onShow: (start: number) => void }) => {
  const { data, error, refetch } = useExplanation(true)
  if (error) return <TroubleNote error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton lines={8} />
  const { slant } = data
  const claims = slant.vouching.reduce((sum, each) => sum + each.claims, 0)
  return (
    <>
      <h3>{texts.title}</h3>
      <p className="soft">{texts.lead}</p>
      <p>{texts.share(percent(slant.othersShare))}</p>
      {slant.quoted.length > 0 && (
        <>
          <h4>
            {texts.quoted} <span className="soft">{texts.ofQuoted}</span>
          </h4>
          <ul className="shares">
            {slant.quoted.map(each => (
              <li key={each.id}>
                <span>{nameOf(each)}</span>
                <span className="number">
                  {percent(each.share)} · {texts.times(each.times)}
                </span>
                <Bar share={each.share} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{texts.vouching}</h4>
      <ul className="shares">
        {slant.vouching.map(each => (
          <li key={each.id}>
            <span>{nameOf(each)}</span>
            <span className="number">{each.claims}</span>
            <Bar share={each.claims / claims} />
          </li>
        ))}
      </ul>
      <h4>{texts.loaded}</h4>
      {slant.loaded.length === 0 && <p className="soft">{texts.noLoaded}</p>}
      <ul>
        {slant.loaded.map(({ actor, leaning, by, words: said }) => (
          <li key={`${said.start} ${actor.id}`}>
            <button type="button" className="quiet" onClick={() => onShow(said.start)}>
              “{said.exact}”
            </button>{' '}
            {actor.name} <span className="tag open">{texts.leanings[leaning]}</span>{' '}
            <span className="soft">{texts.by(nameOf(by))}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
