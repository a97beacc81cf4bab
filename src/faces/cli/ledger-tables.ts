// Answers of the ledger as terminal tables, and a helpful word where nothing was found.
import type { z } from 'zod'
import type { QuestionName } from '../questions/heads.js'
import type { questions } from '../questions/index.js'
import type { NamedStance } from '../questions/schemas.js'
import { renderActors } from './ledger-actors.js'
import { type Colours, coloursOf, markOf, shorten, type TerminalLayout, table, tint, wrap } from './ledger-layout.js'
import { stanceWords } from './ledger-phrases.js'
import { counted } from './ledger-result.js'
import { renderWhy } from './ledger-why.js'

type Answer<Name extends QuestionName> = z.output<(typeof questions)[Name]['output']>
type Renderers = {
  readonly [Name in Exclude<QuestionName, 'export'>]: (
    answer: Answer<Name>,
    colours: Colours,
    layout: TerminalLayout,
  ) => string
}

const withThrough = (name: string, id: string, stance: NamedStance): string =>
  stance.through !== null && stance.through.actor === id ? `${name} (governs ${stance.through.governs})` : name

const stanceRow = (stance: NamedStance, colours: Colours): readonly string[] => [
  withThrough(stance.holderName, stance.holder, stance),
  stanceWords(stance, colours),
  withThrough(stance.targetName, stance.target, stance),
  stance.since ?? '',
  stance.lastConfirmed ?? '',
  stance.basis ?? '',
  String(stance.origins),
  stance.rung ?? '',
]

const more = (shown: number, offset: number, total: number): string =>
  offset + shown < total ? `… ${total - offset - shown} more: --offset ${offset + shown}\n` : ''

const nothing = (what: string, hint: string): string =>
  `Nothing was found: ${what}. That is not “no position”.\n${hint}\n`

const messagesOf = (messages: readonly { place: string; reason: string }[], colours: Colours): string =>
  messages.map(({ place, reason }) => colours.yellow(`${place}: ${reason}; run demarche doctor\n`)).join('')

const columnName = (name: string): string => shorten(name, 14)

const matrixCell = (stance: NamedStance | undefined, colours: Colours): string => {
  if (stance === undefined) return colours.dim('·')
  const { direction, beside, status, disputed } = stance
  if (direction === null) return beside[0] === undefined ? '✕' : `${markOf(beside[0].direction, false)}`
  const mark = tint(`${markOf(direction)}${stance.origins > 1 ? stance.origins : ''}`, direction, colours)
  return `${mark}${disputed ? '≠' : ''}${status === 'unconfirmed' ? '?' : ''}`
}

/** As many columns as the terminal has room for. */
const fitting = <T extends { readonly name: string }>(targets: readonly T[], room: number): readonly T[] => {
  let left = room
  return targets.filter(({ name }) => {
    left -= columnName(name).length + 2
    return left >= 0
  })
}

const renderMatrix: Renderers['matrix'] = (answer, colours, layout) => {
  const { width } = layout
  const { holders, cells, on, dimension, totalHolders, totalTargets, messages } = answer
  const targets = fitting(answer.targets, width - 26)
  const hidden = totalTargets - targets.length
  if (cells.length === 0)
    return `${messagesOf(messages, colours)}${nothing(`no ${dimension} by ${on}`, 'Try another --dimension or day, or add texts: demarche add FILES')}`
  const byPair = new Map(cells.map(cell => [`${cell.holder}\t${cell.target}`, cell]))
  const rows = holders.map(({ id, name }) => [
    shorten(name, 24),
    ...targets.map(target => matrixCell(byPair.get(`${id}\t${target.id}`), colours)),
  ])
  const legend =
    '▲ for  ▼ against  ◆ neither  △▽◇ planned, possible … or undated  ✕ alleged, denied  ≠ disputed  ? not confirmed since  · nothing found'
  const told = (words: string) => colours.dim(wrap(words, width))
  const rest = totalHolders > holders.length ? `… ${totalHolders - holders.length} more holders: --limit\n` : ''
  const aside = hidden > 0 ? `… ${hidden} more targets: --target, or a wider terminal\n` : ''
  return `${messagesOf(messages, colours)}${dimension}, as of ${on}\n\n${table(['', ...targets.map(({ name }) => columnName(name))], rows, layout)}\n${rest}${aside}${told(legend)}\n${told('A number counts independent origins. Why: demarche why HOLDER:TARGET:DIMENSION')}\n`
}

const changeWords = {
  appeared: 'new',
  turned: 'turned',
  confirmed: 'confirmed again',
  lapsed: 'not confirmed since',
  disputed: 'now disputed',
  settled: 'no longer disputed',
  withdrawn: 'no longer supported',
  weighed: 'weighed anew',
} as const

const renderChanges: Renderers['changes'] = (answer, colours, layout) => {
  if (answer.changes.length === 0)
    return nothing(
      `nothing moved between ${answer.since} and ${answer.until}`,
      'Try an earlier --since, or --by added for what the ledger has learnt.',
    )
  const rows = answer.changes.map(({ kind, before, after, day, movedBy }) => {
    const cell = (after ?? before)!
    return [
      day,
      changeWords[kind],
      cell.holderName,
      `${stanceWords(before, colours)} → ${stanceWords(after, colours)}`,
      cell.targetName,
      movedBy[0] ?? '',
    ]
  })
  const head = ['day', 'change', 'holder', 'from → to', 'target', 'moved by']
  return `${messagesOf(answer.messages, colours)}${answer.since} to ${answer.until}\n\n${table(head, rows, layout)}${more(rows.length, answer.offset, answer.total)}`
}

const renderers: Renderers = {
  stances: (answer, colours, layout) =>
    answer.stances.length === 0
      ? `${messagesOf(answer.messages, colours)}${nothing(`no stance by ${answer.on}`, 'Try fewer filters, another day, or demarche actors to see who is in the ledger.')}`
      : `${messagesOf(answer.messages, colours)}${table(
          ['holder', 'stance', 'target', 'since', 'confirmed', 'basis', 'origins', 'rung'],
          answer.stances.map(stance => stanceRow(stance, colours)),
          layout,
        )}${more(answer.stances.length, answer.offset, answer.total)}`,
  matrix: renderMatrix,
  turns: (answer, _, layout) =>
    answer.days.length === 0
      ? nothing(`no standing turned by ${answer.until}`, 'Try another --dimension, or add texts: demarche add FILES')
      : `${table(
          ['day', 'stances that turned'],
          answer.days.map(({ day, cells }) => [day, String(cells)]),
          layout,
        )}${more(answer.days.length, answer.offset, answer.total)}`,
  timeline: (answer, colours, layout) => {
    if (answer.total === 0)
      return nothing(
        `${answer.holder.name} toward ${answer.target.name}`,
        'Try the other way round, or demarche actors to see who is in the ledger.',
      )
    const turns = answer.turns.map(({ day, stance }) => [
      day,
      stanceWords(stance, colours),
      stance.basis ?? '',
      counted(stance.origins, 'origin'),
    ])
    const entries = answer.entries.map(entry => [
      entry.date ?? 'undated',
      `${markOf(entry.direction, entry.modality === 'actual')} ${entry.dimension}`,
      entry.modality === 'actual' ? '' : entry.modality,
      entry.basis,
      entry.lasting ?? '',
      `origin ${entry.origin}`,
      entry.claim,
    ])
    return `${answer.holder.name} toward ${answer.target.name}, until ${answer.until}\n\nTurns\n${table(['day', 'standing', 'basis', ''], turns, layout)}\nPositions\n${table(['date', 'position', 'modality', 'basis', 'lasting', '', 'claim'], entries, layout)}${more(entries.length, answer.offset, answer.total)}`
  },
  ties: (answer, _, layout) =>
    answer.ties.length === 0
      ? nothing(`no tie by ${answer.on}`, 'Ties come from what is known and from relation claims in added texts.')
      : `${table(
          ['from', 'tie', 'to', 'since', 'until', 'origin'],
          answer.ties.map(tie => [
            tie.subjectName,
            tie.detail ?? tie.relation,
            tie.objectName,
            tie.from ?? '',
            tie.to ?? '',
            tie.origin === 'known' ? 'known' : counted(tie.claims.length, 'claim'),
          ]),
          layout,
        )}${more(answer.ties.length, answer.offset, answer.total)}`,
  actors: (answer, _, layout) =>
    answer.actors.length === 0
      ? nothing(
          'no such actor in the ledger',
          'Add texts with demarche add FILES; an unknown name goes into actors.yml.',
        )
      : `${renderActors(answer.actors, layout)}${more(answer.actors.length, answer.offset, answer.total)}`,
  changes: renderChanges,
  why: (answer, colours, layout) => renderWhy(answer, stanceWords(answer.stance, colours), colours, layout),
  contradictions: (answer, colours, layout) =>
    answer.contradictions.length === 0
      ? `No contradiction by ${answer.on}: sources agree, or only one speaks.\n`
      : `${answer.contradictions
          .map(({ id, kind, state, stance, one, other, resolution }) => {
            const side = ({ direction, basis, date, claim }: typeof one) =>
              `    ${markOf(direction)} ${basis}, ${date ?? 'undated'}, claim ${claim}`
            const settled =
              resolution === null
                ? []
                : [`    ${state} by ${resolution.who}${resolution.reason === null ? '' : `: ${resolution.reason}`}`]
            return [
              `${colours.bold(id)}  ${kind}, ${state}: ${stance.holderName} toward ${stance.targetName}, ${stance.dimension}`,
              side(one),
              side(other),
              ...settled,
            ].join('\n')
          })
          .join(
            '\n\n',
          )}\n\n${more(answer.contradictions.length, answer.offset, answer.total)}${colours.dim(wrap('Settle one: demarche judge ID resolve [--claims THOSE TO SET ASIDE] --reason …', layout.width))}\n`,
  inferences: (answer, colours, layout) =>
    answer.inferences.length === 0
      ? nothing(
          `no inference by ${answer.on}`,
          'Rules need two or three standings that fit; demarche stances shows what there is.',
        )
      : `${table(
          ['inferred', '', 'toward', 'rule', 'from'],
          answer.inferences.map(each => [
            each.holderName,
            `${markOf(each.direction, false)} ${each.dimension}`,
            each.targetName,
            each.rule,
            each.premises.map(premise => premise.words).join('; '),
          ]),
          layout,
        )}${more(answer.inferences.length, answer.offset, answer.total)}${colours.dim('Inferred: stated nowhere, no evidence.')}\n`,
  search: (answer, colours, layout) =>
    answer.hits.length === 0
      ? nothing(`no text holds ${answer.words.join(' ')}`, 'All words must be there; try fewer, or their beginnings.')
      : `${answer.hits
          .map(({ document, excerpt, claims }) =>
            [
              colours.bold(shorten(document.title ?? document.name, layout.width)),
              colours.dim(
                [
                  document.publisher,
                  document.publishedOn,
                  document.entry,
                  document.state === 'live' ? '' : document.state,
                ]
                  .filter(Boolean)
                  .join(', '),
              ),
              excerpt === null ? '' : shorten(excerpt, layout.width),
              ...claims.slice(0, 3).map(({ claim, quote }) => `  ${claim}  “${shorten(quote, layout.width - 24)}”`),
            ]
              .filter(line => line !== '')
              .join('\n'),
          )
          .join('\n\n')}\n${more(answer.hits.length, answer.offset, answer.total)}`,
  documents: (answer, _, layout) =>
    answer.documents.length === 0
      ? nothing('no such document', 'Add texts with demarche add FILES.')
      : `${table(
          ['entry', 'name', 'publisher', 'published', 'claims', 'state', 'added'],
          answer.documents.map(each => [
            each.entry,
            shorten(each.name, 40),
            each.publisher ?? '',
            each.publishedOn ?? '',
            String(each.claims),
            each.state,
            each.addedAt.slice(0, 10),
          ]),
          layout,
        )}${more(answer.documents.length, answer.offset, answer.total)}`,
  review: (answer, colours, layout) =>
    answer.evidence.length === 0
      ? `Nothing waits to be judged; ${answer.judged} claims are.\n`
      : `${answer.evidence
          .map(
            each =>
              `${each.claim}  ${each.says}  ${colours.dim(`sure ${each.confidence}`)}\n  “${shorten(each.quote.exact, layout.width - 4)}”`,
          )
          .join(
            '\n',
          )}\n\n${answer.total} wait, ${answer.judged} are judged. demarche judge CLAIM right|wrong|unsure --reason …\n`,
  agreement: (answer, _, layout) =>
    answer.judges.length === 0
      ? 'Nobody has judged a claim yet: demarche review shows what to judge.\n'
      : `Krippendorff’s alpha among judges: ${number(answer.alpha)}\n\n${table(
          ['', '', 'claims', 'same', 'Cohen’s kappa'],
          answer.pairs.map(pair => [pair.one, pair.other, String(pair.claims), number(pair.same), number(pair.kappa)]),
          layout,
        )}`,
  judge: written,
  undo: written,
  remove: written,
  claimAdd: written,
}

function number(value: number | null): string {
  return value === null ? 'not defined' : value.toFixed(3)
}

function written({ row, says }: { row: string; says: string }): string {
  return `${says}. Row ${row}; take it back with demarche undo ${row}\n`
}

/** One answer as text. */
export const renderAnswer = <Name extends Exclude<QuestionName, 'export'>>(
  name: Name,
  answer: Answer<Name>,
  layout: TerminalLayout,
): string => renderers[name](answer as never, coloursOf(layout), layout)
