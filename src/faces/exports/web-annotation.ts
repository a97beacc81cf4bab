// W3C Web Annotations, one a line: the claim as the body, its words as the target, by quotation and by position in Unicode code points.
import type { Exported, ExportedClaim, Material } from './material.js'
import { positionWords } from './words.js'

/** Counts code points where the text is at hand; without it units are all that is known, and they are code points up to U+FFFF. */
const codePointsBefore = (text: string | undefined, unit: number): number =>
  text === undefined ? unit : [...text.slice(0, unit)].length

const annotationOf = (
  { claim, document, source }: ExportedClaim,
  text: string | undefined,
  { actorOf }: Material,
): object => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: `urn:demarche:claim:${claim.id}`,
  type: 'Annotation',
  motivation: 'classifying',
  creator: { type: 'Software', name: claim.coder },
  body: claim.positions.map(({ holder, target, dimension, direction }) => ({
    type: 'TextualBody',
    value: `${actorOf(holder).name} ${positionWords(dimension, direction, actorOf(target).name)}`,
    purpose: 'classifying',
  })),
  target: {
    source: source.url ?? `urn:sha256:${document?.sha256}`,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: claim.quote.exact,
        prefix: claim.quote.prefix,
        suffix: claim.quote.suffix,
      },
      {
        type: 'TextPositionSelector',
        start: codePointsBefore(text, claim.quote.start),
        end: codePointsBefore(text, claim.quote.end),
      },
    ],
  },
})

/** Claims of stored documents; a claim without a text has nothing to annotate. @param textOf the stored text of an entry. */
export const exportWebAnnotation = (material: Material, textOf: (entry: string) => string | undefined): Exported => ({
  mediaType: 'application/x-ndjson',
  extension: 'jsonl',
  body: [...material.claims.values()]
    .flatMap(exported =>
      exported.document === null
        ? []
        : [`${JSON.stringify(annotationOf(exported, textOf(exported.document.entry), material))}\n`],
    )
    .join(''),
})
