// Which messages on a document are trouble, so that a command ends with status 1, and which only inform.
import type { Message } from '../../text/types.js'

const informing: ReadonlySet<string> = new Set(['date-unknown'])

export const isTrouble = ({ rule }: Message): boolean => !informing.has(rule)
