// Blocks that are one voice from first to last: posts and quotations that name their author.
import type { Mention } from '../../actors/types.js'
import type { Document, Sentence } from '../../text/types.js'
import type { Attribution, Speaker } from './types.js'

const authorMention = (author: string, mentions: readonly Mention[]): Mention | undefined =>
  mentions.find(
    mention =>
      mention.actor.agent?.name === author || mention.actor.surface === author || mention.actor.name === author,
  )

/** Posts and quotation blocks that name their author are that author's words, from first to last. */
export const blockVoices = (
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): readonly Attribution[] =>
  document.blocks.flatMap((block, index) => {
    if ((block.kind !== 'post' && block.kind !== 'quotation') || block.author === null) return []
    const sentence = sentences.findIndex(candidate => candidate.block === index)
    if (sentence < 0) return []
    const named = authorMention(block.author, mentions)
    const at = document.text.indexOf(block.author, block.start)
    const span = at >= 0 && at < block.end ? { start: at, end: at + block.author.length } : null
    const speaker: Speaker =
      named !== undefined
        ? { kind: 'mention', mention: named }
        : span !== null
          ? { kind: 'name', span }
          : { kind: 'unnamed' }
    return [
      {
        sentence,
        form: block.kind === 'post' ? ('posted' as const) : ('said' as const),
        family: block.kind,
        voice: true,
        frame: 'block',
        cue: null,
        speaker,
        source: span,
        content: [{ start: block.start, end: block.end }],
        negated: false,
        hearsay: false,
        quoted: false,
        direct: true,
      },
    ]
  })
