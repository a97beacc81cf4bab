// Hand-made trees for tests: one word a line, "form lemma UPOS head relation [Feature=Value|…]", heads counted from 1, 0 = root.
import type { Tree, Word } from '../../src/syntax/types.js'

/** Builds a tree; the words are taken to stand one blank apart. */
export const treeOf = (lines: string): Tree => {
  let start = 0
  const words = lines
    .trim()
    .split('\n')
    .map((line, index): Word => {
      const [form, lemma, upos, head, deprel, feats = ''] = line.trim().split(/\s+/) as [
        string,
        string,
        Word['upos'],
        string,
        string,
        string?,
      ]
      const word = {
        index,
        start,
        end: start + form.length,
        form,
        lemma,
        upos,
        feats: Object.fromEntries(
          feats
            .split('|')
            .filter(feature => feature !== '')
            .map(feature => feature.split('=') as [string, string]),
        ),
        head: Number(head) - 1,
        deprel,
        score: 1,
      }
      start = word.end + 1
      return word
    })
  return { words }
}
