// Words chosen in a text in, a claim that the coder missed out: a small form that opens over them. A text that is not kept yet is kept first.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { act } from '../api.js'
import { words } from '../words.js'
import { ActorNames, actorNames } from './actor-names.js'
import { Choice } from './choice.js'
import { whoJudges } from './judge.js'

const { missed } = words

interface Chosen {
  readonly start: number
  readonly end: number
}

/** Where a point of the article lies in its text: the numbers of the claims stand among the words but are none of them. */
const placeOf = (block: HTMLElement, node: Node, offset: number): number => {
  const range = document.createRange()
  range.selectNodeContents(block)
  range.setEnd(node, offset)
  const before = range.cloneContents()
  for (const note of before.querySelectorAll('.note, cite')) note.remove()
  return Number(block.dataset.start) + (before.textContent ?? '').length
}

const blockOf = (node: Node): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]') ?? null

/** What is selected inside the article, without the space around it; undefined where nothing is. */
const chosenIn = (text: string): Chosen | undefined => {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const [first, last] = [blockOf(range.startContainer), blockOf(range.endContainer)]
  if (first === null || last === null) return undefined
  const start = placeOf(first, range.startContainer, range.startOffset)
  const end = placeOf(last, range.endContainer, range.endOffset)
  const exact = text.slice(start, end)
  const trimmed = { start: start + exact.length - exact.trimStart().length, end: start + exact.trimEnd().length }
  return trimmed.start < trimmed.end ? trimmed : undefined
}

export interface MissedClaimProps {
  readonly text: string
  /** The document's entry, when it is kept; else keeps it and tells. */
  readonly entry: () => Promise<string>
  readonly isKept: boolean
}

export const MissedClaim = ({ text, entry, isKept }: MissedClaimProps) => {
  const queries = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [chosen, setChosen] = useState<Chosen>()
  const [selected, setSelected] = useState<Chosen>()
  useEffect(() => {
    const look = (): void => setSelected(chosenIn(text))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [text])
  const add = useMutation({
    mutationFn: async (form: FormData) => {
      const field = (name: string): string | undefined => String(form.get(name) ?? '').trim() || undefined
      return act('claim-add', {
        holder: field('holder'),
        target: field('target'),
        dimension: field('dimension'),
        direction: field('direction'),
        modality: field('modality'),
        date: field('date'),
        who: whoJudges(),
        entry: await entry(),
        start: chosen?.start,
        end: chosen?.end,
      })
    },
    onSuccess: async () => {
      dialog.current?.close()
      await queries.invalidateQueries()
    },
  })
  return (
    <>
      <ActorNames />
      <div className="choose" aria-live="polite">
        {selected && (
          <button
            type="button"
            className="primary"
            onClick={() => {
              setChosen(selected)
              dialog.current?.showModal()
            }}
          >
            {missed.add}
          </button>
        )}
        {add.isSuccess && !selected && <span>{missed.saved}</span>}
      </div>
      <dialog ref={dialog} className="form" aria-labelledby="missed">
        <form
          onSubmit={event => {
            event.preventDefault()
            add.mutate(new FormData(event.currentTarget))
          }}
        >
          <h2 id="missed">{missed.title}</h2>
          {chosen && (
            <blockquote className="quotation">
              <mark>{text.slice(chosen.start, chosen.end)}</mark>
            </blockquote>
          )}
          <div className="grid">
            <label>
              <span>{missed.holder}</span>
              <input name="holder" required autoComplete="off" list={actorNames} />
            </label>
            <label>
              <span>{missed.target}</span>
              <input name="target" required autoComplete="off" list={actorNames} />
            </label>
            <Choice name="dimension" label={words.dimension} of={words.dimensions} />
            <Choice name="direction" label={missed.direction} of={words.directionChoices} />
            <Choice name="modality" label={missed.modality} of={words.modalities} />
            <label>
              <span>{missed.date}</span>
              <input name="date" placeholder="2021-09-08" pattern="\d{4}(-\d{2}(-\d{2})?)?" />
            </label>
          </div>
          {!isKept && <p className="soft">{missed.keeps}</p>}
          {add.error && (
            <p className="fault" role="alert">
              {add.error.message}
            </p>
          )}
          <p className="row">
            <button type="submit" className="primary" disabled={add.isPending}>
              {missed.save}
            </button>
            <button type="button" onClick={() => dialog.current?.close()}>
              {missed.cancel}
            </button>
          </p>
        </form>
      </dialog>
    </>
  )
}
