// Words that only say how many or how much of those after "of": "dozens of", "most of", "a part of".
import type { Word } from '../../syntax/types.js'

const nouns: ReadonlySet<string> = new Set(
  (
    'ten dozen score hundred thousand million number handful majority minority lot group crowd couple pair column wave ' +
    'band mob half third quarter rest bulk whole some many most much several few all both one none any part team mass horde scores'
  ).split(' '),
)

/** Does the word, before "of", only say how many or how much? */
export const isQuantity = ({ upos, lemma }: Word): boolean => upos === 'NUM' || nouns.has(lemma.toLowerCase())
