// A text in, the language it is written in out, told by its script and its commonest words.
import type { LanguageProfiles } from '../knowledge/ingest-schema.js'

/** So much of a text is looked at, in UTF-16 units; its words are many enough to tell. */
const sample = 6000

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const byScript = (text: string, profiles: LanguageProfiles): string | undefined => {
  const all = count(text, /\p{L}/gu)
  if (count(text, /\p{Script=Latin}/gu) * 2 >= all) return undefined
  const counts = profiles.scripts.map(profile => ({
    profile,
    letters: count(text, new RegExp(`\\p{Script=${profile.script}}`, 'gu')),
  }))
  // Japanese mixes scripts: a fifth of kana among Chinese signs tells.
  const best = counts.reduce((a, b) => (b.letters > (a.profile.language === 'ja' ? 5 : 1) * a.letters ? b : a))
  if (best.letters === 0) return undefined
  const other = Object.entries(best.profile.others).find(
    ([, marks]) => marks.reduce((sum, mark) => sum + text.split(mark).length - 1, 0) * 50 > best.letters,
  )
  return other?.[0] ?? best.profile.language
}

/**
 * ISO 639-1 code of the language that `text` is mostly written in. Too short a text to tell is taken for English, the language that is
 * read here.
 */
export const languageOf = (text: string, profiles: LanguageProfiles): string => {
  const start = text.slice(0, sample)
  const script = byScript(start, profiles)
  if (script !== undefined) return script
  const words = start.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)*/gu) ?? []
  const ours = new Set(profiles.words.en)
  const hits = Object.entries(profiles.words).map(([language, common]) => {
    // What is a word of English as well tells nothing of another language.
    const known = new Set(language === 'en' ? common : common.filter(word => !ours.has(word)))
    const found = words.filter(word => known.has(word))
    // One word said over and over tells nothing.
    const hits = new Set(found).size < 3 ? 0 : found.length / Math.sqrt(common.length)
    return { language, hits }
  })
  const english = hits.find(({ language }) => language === 'en')?.hits ?? 0
  const best = hits.reduce((a, b) => (b.hits > a.hits ? b : a))
  if (best.hits * 6 < 3 || words.length < 6) return 'en'
  return best.hits > english * 1.15 ? best.language : 'en'
}
