// What the ledger has learnt of late, as an Atom feed: one entry a cell that moved.
import type { FastifyInstance } from 'fastify'
import { stanceSentence } from '../formats/stance.js'
import { heads } from '../questions/heads.js'
import { inputSchema } from '../questions/question.js'
import { changes } from '../questions/standing.js'
import type { AtDesk } from './at-desk.js'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** Text as XML may hold it: markup shown as text; control characters, which XML forbids, left out. */
export const escapeXml = (words: string): string =>
  words.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').replace(/[&<>"']/g, character => entities[character]!)

const days = 30

export const addFeed = (server: FastifyInstance, atDesk: AtDesk): void => {
  server.route({
    method: 'GET',
    url: '/changes.atom',
    schema: { summary: `Atom feed of the cells that moved in the last ${days} days`, tags: ['ledger'] },
    handler: async (request, reply) => {
      const now = Date.now()
      const since = new Date(now - days * 86_400_000).toISOString().slice(0, 10)
      const found = await atDesk(desk => changes.answer(desk, inputSchema(heads.changes).parse({ since, by: 'added' })))
      const site = `${request.protocol}://${request.host}`
      const entries = found.changes.map(({ kind, before, after, day, movedBy }) => {
        const stance = after ?? before
        if (stance === null) return ''
        const cell = `${stance.holder}:${stance.target}:${stance.dimension}`
        return [
          '<entry>',
          `<id>urn:demarche:change:${escapeXml(encodeURIComponent(`${cell}:${kind}:${movedBy[0] ?? day}`))}</id>`,
          `<title>${escapeXml(stanceSentence(stance))}</title>`,
          `<updated>${day}T00:00:00Z</updated>`,
          `<link href="${escapeXml(`${site}/standing?dimension=${stance.dimension}&cell=${encodeURIComponent(cell)}`)}"/>`,
          `<summary>${escapeXml(kind)}</summary>`,
          '</entry>',
        ].join('')
      })
      return reply
        .type('application/atom+xml; charset=utf-8')
        .send(
          [
            '<?xml version="1.0" encoding="utf-8"?>',
            '<feed xmlns="http://www.w3.org/2005/Atom">',
            '<id>urn:demarche:changes</id><title>Demarche: who moved</title><author><name>Demarche</name></author>',
            `<link rel="self" href="${escapeXml(`${site}/changes.atom`)}"/>`,
            `<updated>${new Date(now).toISOString()}</updated>`,
            ...entries,
            '</feed>',
          ].join('\n'),
        )
    },
  })
}
