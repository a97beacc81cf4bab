// The kinds of lasting acts as the product knows them, read from their file.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { inferenceRule, lastingAct } from '../../src/knowledge/ledger-schema.js'

export const lastingActs = z
  .array(lastingAct)
  .parse(parse(readFileSync(new URL('../../knowledge/codebook/lasting.yml', import.meta.url), 'utf8')))

export const inferences = z
  .array(inferenceRule)
  .parse(parse(readFileSync(new URL('../../knowledge/codebook/inferences.yml', import.meta.url), 'utf8')))
