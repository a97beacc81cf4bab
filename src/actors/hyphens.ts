// What a hyphen makes of a name: "Taliban-led" makes it an owner, "Paris-based" a place, "Iran-backed" and "anti-Taliban" leave it a
// modifier of what follows. The words are data; whether the tokens are split at the hyphen makes no difference.
import type { NameHit } from './name-hits.js'
import type { Scene } from './scene.js'

export type HyphenRole = 'owner' | 'place' | 'modifier' | 'none'

const hyphen = /[-‐–]/u
const onlyHyphen = /^[-‐–]$/u
const describing = /(ed|en|ing|era|style|friendly|aligned|held)$/

const tailOf = (scene: Scene, hit: NameHit): string | undefined => {
  const { words } = scene.tree
  const next = words[hit.last + 1]
  if (next !== undefined && onlyHyphen.test(next.form) && next.start === words[hit.last]!.end)
    return scene.nameAt.has(hit.last + 2) ? undefined : scene.keys[hit.last + 2]
  const parts = scene.keys[hit.last]!.split(hyphen)
  return parts.length > 1 && parts.at(-1) !== hit.pattern.keys.at(-1) ? parts.at(-1) : undefined
}

const prefixOf = (scene: Scene, hit: NameHit): string | undefined => {
  const { words } = scene.tree
  if (hit.first > 1 && onlyHyphen.test(words[hit.first - 1]!.form)) return scene.keys[hit.first - 2]
  const parts = scene.keys[hit.first]!.split(hyphen)
  return parts.length > 1 && parts[0] !== hit.pattern.keys[0] ? parts[0] : undefined
}

export const hyphenRole = (scene: Scene, hit: NameHit): HyphenRole => {
  const { hyphenOwning, hyphenPlacing, hyphenPrefixes } = scene.actors.lexicon
  const tail = tailOf(scene, hit)
  if (tail !== undefined) {
    if (hyphenOwning.has(tail)) return 'owner'
    if (hyphenPlacing.has(tail)) return 'place'
    return describing.test(tail) ? 'modifier' : 'none'
  }
  const prefix = prefixOf(scene, hit)
  return prefix !== undefined && hyphenPrefixes.has(prefix) ? 'modifier' : 'none'
}
