// The article with its marks: an underline for each claim in its own lane, a thick one under the word that carries it, and after its
// last word the claim's number, which is also how a keyboard gets there.
import { type CSSProperties, memo, type ReactNode, useMemo } from 'react'
import { stateClaim } from '../../../src/faces/formats/statement.js'
import type { Block } from '../../../src/text/types.js'
import { Day } from '../parts/day.js'
import { classOf, Shape } from '../parts/shape.js'
import { words } from '../words.js'
import { cutBlock, type Piece, type Placed } from './lanes.js'

const isSolid = ({ claim }: Placed): boolean => claim.modality === 'actual' && !claim.hearsay

const lineOf = (placed: Placed, thick: boolean): { image: string; size: string; place: string; repeat: string } => {
  const colour = `var(--${classOf(stateClaim(placed.claim).direction)})`
  const height = thick ? '3px' : '1.5px'
  const place = `0 calc(100% - ${(2 - placed.lane) * 4}px)`
  return isSolid(placed)
    ? { image: `linear-gradient(${colour}, ${colour})`, size: `100% ${height}`, place, repeat: 'no-repeat' }
    : {
        image: `linear-gradient(90deg, ${colour} 60%, transparent 60%)`,
        size: `7px ${height}`,
        place,
        repeat: 'repeat-x',
      }
}

const underlines = ({ over, triggers }: Piece): CSSProperties => {
  const lines = over.map(placed => lineOf(placed, triggers.includes(placed)))
  return {
    backgroundImage: lines.map(line => line.image).join(', '),
    backgroundSize: lines.map(line => line.size).join(', '),
    backgroundPosition: lines.map(line => line.place).join(', '),
    backgroundRepeat: lines.map(line => line.repeat).join(', '),
  }
}

/** The claim that a pointer on the piece means: the one it carries, else the one with the fewest words. */
const meant = ({ over, triggers }: Piece): Placed | undefined =>
  triggers[0] ??
  over.reduce<Placed | undefined>(
    (short, each) =>
      short === undefined ||
      each.claim.quote.end - each.claim.quote.start < short.claim.quote.end - short.claim.quote.start
        ? each
        : short,
    undefined,
  )

export interface MarksProps {
  readonly lit: string | undefined
  readonly onPoint: (id: string | undefined) => void
  readonly onOpen: (id: string) => void
}

const NumberLink = ({ placed, lit, onPoint, onOpen }: MarksProps & { readonly placed: Placed }) => {
  const statement = stateClaim(placed.claim)
  const { id } = placed.claim
  return (
    <a
      className={`note ${classOf(statement.direction)}${lit === id ? ' lit' : ''}`}
      href={`#${id}`}
      aria-label={words.read.claimLink(placed.number, words.directions[statement.direction ?? '0'], statement.sentence)}
      onFocus={() => onPoint(id)}
      onPointerMove={() => onPoint(id)}
      onClick={event => {
        event.preventDefault()
        onOpen(id)
      }}
    >
      <Shape direction={statement.direction} />
      {placed.number}
    </a>
  )
}

const MarkedPiece = ({ piece, ...marks }: MarksProps & { readonly piece: Piece }) => {
  const target = meant(piece)
  const links = piece.ending.map(placed => <NumberLink key={placed.claim.id} placed={placed} {...marks} />)
  if (target === undefined)
    return (
      <>
        {piece.text}
        {links}
      </>
    )
  const lit = piece.over.some(({ claim }) => claim.id === marks.lit)
  const judged = piece.over.some(({ claim }) => claim.opinion && claim.id === target.claim.id)
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the number after the words is the same link for keyboards */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the number after the words is the same link for keyboards */}
      <span
        className={`mark${piece.triggers.length > 0 ? ' trigger' : ''}${lit ? ' lit' : ''}${judged ? ' judged' : ''}`}
        style={underlines(piece)}
        onPointerMove={() => marks.onPoint(target.claim.id)}
        onPointerLeave={() => marks.onPoint(undefined)}
        onClick={() => marks.onOpen(target.claim.id)}
      >
        {piece.text}
      </span>
      {links}
    </>
  )
}

const Frame = ({ block, children }: { readonly block: Block; readonly children: ReactNode }) => {
  const place = { 'data-start': block.start }
  if (block.kind === 'heading') return <h3 {...place}>{children}</h3>
  if (block.kind === 'quotation' || block.kind === 'post')
    return (
      <blockquote {...place}>
        {children}
        {(block.author ?? block.date) && (
          <cite>
            {block.author}
            {block.author && block.date && ', '}
            {block.date && <Day iso={block.date} />}
          </cite>
        )}
      </blockquote>
    )
  return (
    <p {...place} className={block.kind === 'paragraph' ? undefined : 'aside'}>
      {children}
    </p>
  )
}

interface BlockProps extends MarksProps {
  readonly block: Block
  readonly pieces: readonly Piece[]
}

/** A block is drawn anew only when what is lit in it changes: a long text has hundreds of them. */
const MarkedBlock = memo(({ block, pieces, ...marks }: BlockProps) => (
  <Frame block={block}>
    {pieces.map(piece => (
      <MarkedPiece key={piece.start} piece={piece} {...marks} />
    ))}
  </Frame>
))

export const MarkedText = ({
  text,
  blocks,
  placed,
  lit,
  ...marks
}: MarksProps & { readonly text: string; readonly blocks: readonly Block[]; readonly placed: readonly Placed[] }) => {
  const cut = useMemo(
    () =>
      blocks.map(block => {
        const pieces = cutBlock(text, block, placed)
        return { block, pieces, ids: new Set(pieces.flatMap(({ over }) => over.map(({ claim }) => claim.id))) }
      }),
    [text, blocks, placed],
  )
  return cut.map(({ block, pieces, ids }) => (
    <MarkedBlock
      key={block.start}
      block={block}
      pieces={pieces}
      lit={lit !== undefined && ids.has(lit) ? lit : undefined}
      {...marks}
    />
  ))
}
