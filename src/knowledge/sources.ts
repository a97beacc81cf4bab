// Every part of knowledge/: its files and the form it must have. The one table that the compiler walks and from which the type
// Knowledge follows.
import { z } from 'zod'
import { actorEntry, agentNoun, officeHolder } from './actor-schema.js'
import { checkRules } from './check-rules.js'
import { confidence, ruleCounts } from './confidence-schema.js'
import { embeddingLexicon } from './embedding-schema.js'
import type { Fault, Part } from './fault.js'
import { furnitureLexicon, issuerLexicon, languageProfiles } from './ingest-schema.js'
import { inferenceRule, lastingAct } from './ledger-schema.js'
import { loadedLexicon } from './loaded-schema.js'
import {
  ambiguousName,
  antecedentLexicon,
  governing,
  namingLexicon,
  placeLexicon,
  referenceLexicon,
} from './naming-schema.js'
import { constructionLexicon, figureLexicon, pathNames, ruleFile, wordLists } from './rule-schema.js'
import { sayingLexicon } from './saying-schema.js'
import { abbreviationLexicon, wordLexicon } from './text-schema.js'
import { holidays, timeLexicon } from './time-schema.js'

/**
 * Where a part of the knowledge comes from. `files` are paths or one-star patterns below knowledge/.
 * `list`: each file is a YAML list, all are joined. `map`: one YAML mapping. `documents`: each file is one mapping, gathered to a list.
 * `table`: tab-separated text with a header line; each row becomes an object of strings before the schema sees it.
 */
export interface Source<S extends z.ZodType = z.ZodType> {
  readonly files: readonly string[]
  readonly form: 'list' | 'map' | 'documents' | 'table'
  /** The schema of the whole part: of the joined list, of the mapping, or of the rows. */
  readonly schema: S
  /** What no schema can say: laws that hold across files. */
  readonly check?: (parts: readonly Part[]) => readonly Fault[]
}
const source = <S extends z.ZodType>(
  form: Source['form'],
  files: readonly string[],
  schema: S,
  check?: Source['check'],
): Source<S> => ({ form, files, schema, ...(check && { check }) })

export const sources = {
  actors: source(
    'list',
    ['states', 'regions', 'organisations', 'groups', 'peoples', 'media', 'companies'].map(file => `actors/${file}.yml`),
    z.array(actorEntry),
  ),
  officeHolders: source('table', ['actors/officeholders.tsv'], z.array(officeHolder)),
  rules: source('documents', ['rules/en/[a-z]*.yml'], z.array(ruleFile), checkRules),
  paths: source('map', ['rules/en/_paths.yml'], pathNames),
  wordLists: source('map', ['rules/en/_words.yml'], wordLists),
  constructions: source('map', ['lexicon/en/constructions.yml'], constructionLexicon),
  figures: source('map', ['lexicon/en/figures.yml'], figureLexicon),
  agentNouns: source('list', ['lexicon/en/agent-nouns.yml'], z.array(agentNoun)),
  governing: source('list', ['actors/governing.yml'], z.array(governing)),
  ambiguous: source('list', ['actors/ambiguous.yml'], z.array(ambiguousName)),
  naming: source('map', ['lexicon/en/naming.yml'], namingLexicon),
  places: source('map', ['lexicon/en/places.yml'], placeLexicon),
  confidence: source('map', ['codebook/confidence.yml'], confidence),
  ruleCounts: source('table', ['codebook/rule-counts.tsv'], ruleCounts),
  lastingActs: source('list', ['codebook/lasting.yml'], z.array(lastingAct)),
  inferences: source('list', ['codebook/inferences.yml'], z.array(inferenceRule)),
  embedding: source(
    'documents',
    ['negating', 'hedging', 'conditioning', 'planning', 'demanding', 'implicative'].map(
      axis => `lexicon/en/${axis}.yml`,
    ),
    z.array(embeddingLexicon),
  ),
  time: source('map', ['lexicon/en/time.yml'], timeLexicon),
  holidays: source('map', ['codebook/holidays.yml'], holidays),
  abbreviations: source('map', ['lexicon/en/abbreviations.yml'], abbreviationLexicon),
  words: source('map', ['lexicon/en/words.yml'], wordLexicon),
  furniture: source('map', ['lexicon/en/furniture.yml'], furnitureLexicon),
  issuers: source('map', ['lexicon/en/issuers.yml'], issuerLexicon),
  languages: source('map', ['lexicon/languages.yml'], languageProfiles),
  loaded: source('map', ['lexicon/en/loaded.yml'], loadedLexicon),
  saying: source('map', ['lexicon/en/saying.yml'], sayingLexicon),
  references: source('map', ['lexicon/en/references.yml'], referenceLexicon),
  antecedents: source('map', ['lexicon/en/antecedents.yml'], antecedentLexicon),
}

/** All that the product knows, as data; every value has passed its schema. */
export type Knowledge = { readonly [K in keyof typeof sources]: z.infer<(typeof sources)[K]['schema']> }
