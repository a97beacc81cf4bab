// Edit scripts and a lexicon in, lemmas out. The lexicon says what the treebanks agree on; for any other word the model picks
// a script, so that it can give the lemma of a word it never saw.
// A script is "CASE CUT ADD": the form is cased (l lower, k kept, t title), CUT characters go from its end, ADD is put there.
// "= LEMMA" gives the lemma outright. A script that asks more letters than there are leaves the lower-cased form.
import { type KnownWords, mendLemma } from './inflection.js'
import type { Upos } from './types.js'
import { plainForm } from './wordpiece.js'

export type LemmaScript = (plainForm: string) => string | undefined

const CASES: Readonly<Record<string, (form: string) => string>> = {
  l: form => form.toLowerCase(),
  k: form => form,
  t: form => form.slice(0, 1).toUpperCase() + form.slice(1).toLowerCase(),
}

/** Reads one script of the manifest; undefined is given for forms that are too short for it. */
export function compileScript(script: string): LemmaScript {
  if (script.startsWith('= ')) {
    const lemma = script.slice(2)
    return () => lemma
  }
  const [, code, digits, add] = /^([lkt]) (\d+) (.*)$/u.exec(script) ?? []
  if (code === undefined || digits === undefined || add === undefined) {
    throw new Error(`No lemma script: "${script}"`)
  }
  const cased = CASES[code]!
  const cut = Number(digits)
  return form => {
    const whole = cased(form)
    if (cut > whole.length || (cut === whole.length && add === '')) return undefined
    return whole.slice(0, whole.length - cut) + add
  }
}

/** Lemmas by part of speech and form, as the training treebanks have them. */
export class LemmaLexicon {
  readonly #lemmas: ReadonlyMap<string, string>

  /**
   * `lines`: "UPOS form lemma", tab-separated, form in lower case; an empty lemma is the form itself. Scripted lemmas of other words are
   * mended by the known ones.
   */
  constructor(
    lines: readonly string[],
    private readonly known: KnownWords,
  ) {
    this.#lemmas = new Map(
      lines.map(line => {
        const [upos = '', form = '', lemma = ''] = line.split('\t')
        return [`${upos}\t${form}`, lemma === '' ? form : lemma]
      }),
    )
  }

  /** The lemma of a form; quotes and hyphens come out plain, as the treebanks have them. */
  lemmaOf(form: string, upos: Upos, script: LemmaScript): string {
    const plain = plainForm(form)
    const lower = plain.toLowerCase()
    const listed = this.#lemmas.get(`${upos}\t${lower}`)
    if (listed !== undefined) return listed
    const scripted = script(plain) ?? lower
    // A name keeps its first letter, whatever the script: "US" is never "we".
    if (upos === 'PROPN' && scripted.charAt(0).toLowerCase() !== lower.charAt(0)) return plain
    return mendLemma(lower, scripted, upos, this.known)
  }
}
