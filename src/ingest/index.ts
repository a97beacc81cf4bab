// What ingest/ offers: documents from files and from texts at hand.
export { type Draft, documentOf, type Particulars } from './document.js'
export { type ReadOptions, readDocuments } from './read-documents.js'
