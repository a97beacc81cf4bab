// A bar on the terminal for runs that last; nothing at all elsewhere.
import type { Context } from './context.js'

export interface Progress {
  /** One more document is done, with so many claims. */
  advance(claims: number): void
  /** Prints a line above the bar. */
  note(line: string): void
  stop(): void
}

/** A run shorter than this shows no bar; milliseconds. */
const patience = 2000

/** `total` documents are expected; undefined where that cannot be known, and the bar only counts. */
export const openProgress = async (context: Context, total: number | undefined): Promise<Progress> => {
  const say = (line: string) => context.errors.write(`${line}\n`)
  if (!context.errorsAreTerminal) return { advance: () => undefined, note: say, stop: () => undefined }
  const { SingleBar } = await import('cli-progress')
  const format =
    total === undefined
      ? 'coding: {value} documents, {claims} claims, {duration_formatted}'
      : 'coding {bar} {value}/{total} documents, {claims} claims, {eta_formatted} left'
  const bar = new SingleBar({
    format,
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    hideCursor: true,
    stream: process.stderr,
  })
  let done = 0
  let found = 0
  const timer = setTimeout(() => bar.start(total ?? 0, done, { claims: found }), patience)
  return {
    advance: claims => {
      done += 1
      found += claims
      if (bar.isActive) bar.update(done, { claims: found })
    },
    note: line => {
      // The line replaces the bar, which is drawn again at its next step.
      if (bar.isActive) context.errors.write('\r\u001b[K')
      say(line)
    },
    stop: () => {
      clearTimeout(timer)
      bar.stop()
    },
  }
}
