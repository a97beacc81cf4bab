// The style and the script of the page that html.ts writes. Both are part of the page, so that it can be mailed and read offline.
// Law: no address is ever fetched; without the script everything can still be read and followed by its links.

export const pageStyle = `
:root { color-scheme: light dark; --ink: #1d2430; --soft: #5a6475; --paper: #fbfaf7; --card: #ffffff; --line: #d9d6cd;
  --for: #0b6b7a; --against: #a8321f; --open: #6a5a1f; --lit: #fff0b8; --lit-ink: #1d2430 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e3da; --soft: #a3a9b5; --paper: #15181d; --card: #1e232b; --line: #39404c;
  --for: #6fcbd8; --against: #f09a86; --open: #d9c36c; --lit: #4a4118; --lit-ink: #fffbe9 } }
* { box-sizing: border-box }
html { scroll-behavior: smooth; scroll-padding: 4rem }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; overflow-wrap: anywhere }
header.page, article, footer { max-width: 76rem; margin: 0 auto; padding: 1.25rem clamp(0.9rem, 3vw, 2rem) }
header.page { display: flex; flex-wrap: wrap; gap: 0.3rem 1.5rem; align-items: baseline; font: 0.875rem/1.5 system-ui, sans-serif; color: var(--soft) }
header.page strong { color: var(--ink); letter-spacing: 0.02em }
header.page ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; margin: 0; padding: 0; list-style: none }
article { border-top: 1px solid var(--line) }
h2 { font-size: clamp(1.35rem, 4vw, 1.9rem); line-height: 1.2; margin: 0.6rem 0 0.2rem; text-wrap: balance }
.source { margin: 0 0 1.4rem; color: var(--soft); font: 0.9rem/1.5 system-ui, sans-serif }
.messages { margin: 0 0 1.2rem; padding: 0.6rem 0.9rem; border: 1px dashed var(--against); border-radius: 6px; font: 0.875rem/1.5 system-ui, sans-serif; list-style: none }
.row { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 2.5rem; margin: 0 0 0.9rem }
@media (min-width: 56rem) { .row { grid-template-columns: minmax(0, 38rem) minmax(0, 1fr) } }
.block { margin: 0; white-space: pre-line }
h3.block { font-size: 1.12rem; line-height: 1.35 }
blockquote.block { padding-left: 1rem; border-left: 3px solid var(--line) }
.block cite { display: block; color: var(--soft); font: 0.85rem/1.5 system-ui, sans-serif }
.aside { color: var(--soft); font-size: 0.9rem }
.mark { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.24em; text-decoration-color: var(--open) }
.mark.for { text-decoration-color: var(--for) } .mark.against { text-decoration-color: var(--against) }
.mark.trigger { text-decoration-thickness: 3px }
.mark.lit { background: var(--lit); color: var(--lit-ink) }
.number { margin: 0 0 0 0.1em; padding: 0 0.1em; border-radius: 3px; font: 0.7rem/1 system-ui, sans-serif; text-decoration: none; vertical-align: 0.35em; white-space: nowrap; color: var(--open) }
.for > .number, .number.for, .card.for .shape { color: var(--for) } .number.against, .card.against .shape { color: var(--against) }
.number:hover, .number:focus-visible { outline: 2px solid currentColor }
.cards { margin: 0.5rem 0 0; padding: 0; list-style: none; font: 0.92rem/1.45 system-ui, sans-serif }
@media (min-width: 56rem) { .cards { margin-top: 0.2rem } }
.card { position: relative; margin: 0 0 0.5rem; padding: 0.45rem 0.75rem 0.5rem; background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--open); border-radius: 6px }
.card.for { border-left-color: var(--for) } .card.against { border-left-color: var(--against) }
.card.unreal { border-style: dashed; border-left-style: dashed }
.card:target, .card.lit { background: var(--lit); color: var(--lit-ink) }
.card:target .facts, .card.lit .facts, .card:target summary, .card.lit summary { color: inherit }
.card:focus-visible { outline: 3px solid var(--for); outline-offset: 1px }
.card p { margin: 0 } .card .shape { color: var(--open) } .card .count { color: var(--soft) }
.whole { white-space: nowrap }
.facts { color: var(--soft); font-size: 0.84rem }
.tag { display: inline-block; margin-right: 0.35rem; padding: 0 0.4rem; border: 1px solid currentColor; border-radius: 1rem; font-size: 0.74rem }
.tag.doubt { border-style: dashed }
details { font-size: 0.82rem } summary { color: var(--soft); cursor: pointer } details dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 0.8rem; margin: 0.3rem 0 0 }
dt { color: inherit; opacity: 0.75 } dd { margin: 0 }
footer { border-top: 1px solid var(--line); color: var(--soft); font: 0.84rem/1.6 system-ui, sans-serif }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto } }
@media print { .card { break-inside: avoid } }
`

export const pageScript = `
(() => {
  const marksOf = claim => document.querySelectorAll('.mark[data-claims~="' + claim + '"]')
  const light = (claims, on) => {
    for (const claim of claims) {
      document.getElementById(claim)?.classList.toggle('lit', on)
      for (const mark of marksOf(claim)) mark.classList.toggle('lit', on)
    }
  }
  const claimsAt = target => {
    const place = target instanceof Element ? target.closest('.mark, .number, .card') : null
    if (place === null) return []
    return place.dataset.claims?.split(' ') ?? [place.id]
  }
  let lit = []
  const show = event => {
    light(lit, false)
    lit = claimsAt(event.target)
    light(lit, true)
  }
  document.addEventListener('pointerover', show)
  document.addEventListener('focusin', show)
})()
`
