// Every question that a ledger answers and every act of the analyst's hand, defined once: name, words, fields. Flags, routes and tools
// are made from these.
import { acts, asks, type Head } from './fields.js'

const dimensions = ['recognition', 'endorsement', 'engagement', 'material', 'force'] as const
const bases = ['declared', 'acted', 'attributed', 'hearsay', 'opinion', 'denied'] as const
const statuses = ['current', 'unconfirmed', 'denied', 'undated', 'beside'] as const

const holder = { kind: 'texts', about: 'whose stance: ids or names, such as TJK or Tajikistan' } as const
const target = { kind: 'texts', about: 'toward whom: ids or names, such as taliban' } as const
const dimension = { kind: 'choices', of: dimensions, about: 'which dimensions; all where not given' } as const
const on = { kind: 'day', about: 'as of this day; today where not given' } as const
const filter = {
  basis: { kind: 'choices', of: bases, about: 'count only positions on these bases' },
  confidence: { kind: 'share', about: 'count only positions at least so sure, 0 to 1' },
  origins: { kind: 'count', about: 'only stances with at least so many independent origins' },
  reviewed: { kind: 'flag', about: 'count only positions that a person has judged right' },
} as const
const words = { kind: 'text', about: 'only where the holder or the target has this in its name' } as const
const page = (otherwise: number) =>
  ({
    limit: { kind: 'count', otherwise, most: 10_000, about: 'at most so many' },
    offset: { kind: 'count', otherwise: 0, about: 'leave out so many first' },
  }) as const

export const exportFormats = [
  'csv',
  'csv-excel',
  'jsonl',
  'parquet',
  'tracker',
  'stance-rows',
  'dyad-year',
  'plover',
  'web-annotation',
] as const

export const heads = {
  stances: asks(
    'stances',
    'who stands where toward whom on a day: direction, basis, since when, how many independent origins',
    {
      holder,
      target,
      dimension,
      words,
      on,
      ...filter,
      status: { kind: 'choices', of: statuses, about: 'only stances of these statuses' },
      ...page(100),
    },
    ['demarche stances --target taliban --dimension recognition --on 2021-09-08'],
  ),
  matrix: asks(
    'matrix',
    'holders by targets: where each stands toward each in one dimension on a day',
    {
      dimension: { kind: 'choice', of: dimensions, otherwise: 'recognition', about: 'the dimension' },
      holder,
      target,
      on,
      ...filter,
      words,
      order: {
        kind: 'choice',
        of: ['weight', 'name', 'standing'],
        otherwise: 'weight',
        about: 'holders by how many stances they have, by name, or those who are for first',
      },
      first: { kind: 'texts', about: 'whose row and column come first' },
      limit: { kind: 'count', otherwise: 60, most: 2000, about: 'at most so many holders' },
      columns: { kind: 'count', otherwise: 2000, most: 2000, about: 'at most so many targets' },
    },
    [
      'demarche matrix --dimension recognition',
      'demarche matrix --dimension engagement --target taliban --on 2021-09-08',
    ],
  ),
  turns: asks(
    'turns',
    'the days on which standings turned, and how many did: the steps of a walk through time',
    { holder, target, dimension, on, ...filter, ...page(10_000) },
    ['demarche turns --dimension recognition --target taliban'],
  ),
  timeline: asks(
    'timeline',
    'the history of two actors: every position in time, and the days on which a standing turned',
    {
      holder: { kind: 'text', needed: true, word: 0, about: 'whose stance' },
      target: { kind: 'text', needed: true, word: 1, about: 'toward whom' },
      dimension,
      on,
      ...filter,
      ...page(500),
    },
    ['demarche timeline TJK taliban'],
  ),
  ties: asks(
    'ties',
    'standing ties of an actor: membership, alliance, control, office; known ones and claimed ones',
    {
      actor: { kind: 'text', word: 0, about: 'one end of the tie' },
      relation: { kind: 'text', about: 'such as member-of, allied-with, controls, leads' },
      on,
      ever: { kind: 'flag', about: 'also ties that do not hold on the day' },
      ...page(200),
    },
    ['demarche ties taliban --on 2021-09-08'],
  ),
  actors: asks(
    'actors',
    'who is in the ledger: names, kind, what it governs on the day, its office-holders, how many positions it holds and draws',
    {
      words: { kind: 'text', word: 0, about: 'part of an id or a name' },
      on,
      ...page(100),
    },
    ['demarche actors', 'demarche actors taliban'],
  ),
  changes: asks(
    'changes',
    'which cells moved since a day, and which claims moved them',
    {
      since: { kind: 'day', needed: true, about: 'the earlier day' },
      until: { kind: 'day', about: 'the later day; today where not given' },
      by: {
        kind: 'choice',
        of: ['date', 'added'],
        otherwise: 'date',
        about: 'date: what happened since; added: what the ledger has learnt since',
      },
      holder,
      target,
      dimension,
      words,
      ...filter,
      ...page(100),
    },
    ['demarche changes --since 2021-08-15', 'demarche changes --since 2021-08-15 --until 2021-09-15 --target taliban'],
  ),
  why: asks(
    'why',
    'everything that a cell or a claim rests on: quotations, voices, rules, judgements, and a citation for each',
    {
      about: { kind: 'text', needed: true, word: 0, about: 'a claim’s id, or a cell as HOLDER:TARGET:DIMENSION' },
      on,
      ...page(50),
    },
    ['demarche why TJK:taliban:recognition', 'demarche why 3f9a0c1d2e4b5a67'],
  ),
  contradictions: asks(
    'contradictions',
    'where sources disagree, a holder denies, or a position was reversed',
    {
      holder,
      target,
      dimension,
      on,
      state: { kind: 'choices', of: ['open', 'explained', 'resolved'], about: 'only those in these states' },
      kind: { kind: 'choices', of: ['disagreement', 'denial', 'reversal'], about: 'only these kinds' },
      ...page(100),
    },
    ['demarche contradictions --state open'],
  ),
  inferences: asks(
    'inferences',
    'what follows from the standings by named rules, each marked inferred, with its premises; never evidence',
    {
      holder: { kind: 'text', about: 'whose inferred stance' },
      target: { kind: 'text', about: 'toward whom' },
      rule: { kind: 'texts', about: 'only these rules' },
      on,
      ...page(100),
    },
    ['demarche inferences --target taliban'],
  ),
  search: asks(
    'search',
    'the documents and claims whose words hold all of the given ones',
    {
      words: { kind: 'texts', needed: true, word: 0, about: 'words, or beginnings of words' },
      ...page(50),
    },
    ['demarche search ambassador Kabul'],
  ),
  documents: asks(
    'documents',
    'what is stored: documents with their versions and states',
    {
      words: { kind: 'text', word: 0, about: 'part of a name, title, publisher or address' },
      state: { kind: 'choices', of: ['live', 'superseded', 'withdrawn'], about: 'only those in these states' },
      ...page(100),
    },
    ['demarche documents', 'demarche documents --state superseded'],
  ),
  review: asks(
    'review',
    'the claims to judge next: the least sure and the weightiest first, judged ones left out',
    {
      holder,
      target,
      dimension,
      who: { kind: 'text', about: 'leave out only what this judge has judged' },
      by: {
        kind: 'choice',
        of: ['both', 'doubt', 'weight'],
        otherwise: 'both',
        about: 'what comes first: what the coder is least sure of, what a cell hangs on most, or both together',
      },
      ...page(20),
    },
    ['demarche review --target taliban'],
  ),
  agreement: asks(
    'agreement',
    'how far judges agree with one another and with the coder: Krippendorff’s alpha, Cohen’s kappa',
    {},
    ['demarche agreement'],
  ),
  export: asks(
    'export',
    'the ledger, or a part of it, in a format that other tools read',
    {
      format: { kind: 'choice', of: exportFormats, needed: true, word: 0, about: 'the format' },
      holder,
      target,
      dimension,
      words,
      on,
      ...filter,
    },
    ['demarche export tracker --target taliban > tracker.csv', 'demarche export parquet --out stances.parquet'],
  ),
  judge: acts(
    'judge',
    'say of a claim that it is right, wrong or unsure, correct a field, merge or split actors, settle a contradiction, or leave a note',
    {
      about: { kind: 'text', needed: true, word: 0, about: 'a claim’s id, an actor’s id, or a contradiction’s id' },
      say: {
        kind: 'choice',
        of: ['right', 'wrong', 'unsure', 'correct', 'merge', 'split', 'resolve', 'note'],
        needed: true,
        word: 1,
        about: 'what is said of it',
      },
      field: {
        kind: 'choice',
        of: ['holder', 'target', 'dimension', 'direction', 'modality', 'date', 'rung'],
        about: 'correct: the field',
      },
      to: { kind: 'text', about: 'correct: its right value; merge and split: the actor that it is' },
      position: { kind: 'count', otherwise: 0, about: 'correct: which position of the claim, from 0' },
      claims: { kind: 'texts', about: 'split: the claims it concerns; resolve: those to set aside' },
      reason: { kind: 'text', about: 'why, or the note' },
      who: { kind: 'text', needed: true, about: 'who judges' },
    },
    [
      'demarche judge 3f9a0c1d2e4b5a67 wrong --reason "he quotes another" --who ada',
      'demarche judge 3f9a0c1d2e4b5a67 correct --field direction --to - --who ada',
      'demarche judge islamic-emirate merge --to taliban --who ada',
    ],
  ),
  undo: acts(
    'undo',
    'take back a judgement, a withdrawal or a hand-entered claim; the row stays and says so',
    {
      row: { kind: 'text', needed: true, word: 0, about: 'id of the row' },
      reason: { kind: 'text', about: 'why' },
      who: { kind: 'text', needed: true, about: 'who takes it back' },
    },
    ['demarche undo 5c1e0b7a9d3f2e48 --who ada'],
  ),
  remove: acts(
    'remove',
    'withdraw a document or all of a publisher’s: a row with a reason, never an erasure',
    {
      what: {
        kind: 'text',
        needed: true,
        word: 0,
        about: 'a document’s entry, name or address, or a publisher’s name',
      },
      kind: { kind: 'choice', of: ['document', 'publisher'], otherwise: 'document', about: 'which of the two' },
      reason: { kind: 'text', needed: true, about: 'why: such as the publisher’s retraction' },
      who: { kind: 'text', needed: true, about: 'who withdraws it' },
    },
    ['demarche remove dispatch-12 --reason "retracted by the publisher" --who ada'],
  ),
  claimAdd: acts(
    'claim add',
    'enter a claim by hand: words chosen in a stored text, or a row with its source',
    {
      holder: { kind: 'text', needed: true, about: 'whose stance' },
      target: { kind: 'text', needed: true, about: 'toward whom' },
      dimension: { kind: 'choice', of: dimensions, needed: true, about: 'the dimension' },
      direction: { kind: 'choice', of: ['+', '-', '0'], needed: true, about: 'the direction' },
      date: { kind: 'text', about: 'when: a day, month or year' },
      modality: {
        kind: 'choice',
        of: ['actual', 'planned', 'conditional', 'possible', 'demanded', 'predicted'],
        otherwise: 'actual',
        about: 'the modality',
      },
      rung: { kind: 'text', about: 'the rung of the ladder' },
      voice: { kind: 'text', about: 'on whose word: an actor; the text’s own voice where not given' },
      entry: { kind: 'text', about: 'the stored document' },
      start: { kind: 'count', about: 'first UTF-16 unit of the words in its text' },
      end: { kind: 'count', about: 'the unit after the last' },
      quote: { kind: 'text', about: 'the words; where the document is given they must stand in it once' },
      title: { kind: 'text', about: 'the source’s title, where there is no stored text' },
      url: { kind: 'text', about: 'the source’s address' },
      published: { kind: 'day', about: 'the source’s day' },
      certainty: { kind: 'text', about: 'how sure, in the analyst’s words' },
      reason: { kind: 'text', about: 'a note' },
      who: { kind: 'text', needed: true, about: 'who enters it' },
    },
    [
      'demarche claim add --holder PAK --target taliban --dimension engagement --direction + --date 2021-10 --title "Radio log" --who ada',
    ],
  ),
} as const satisfies Record<string, Head>

export type QuestionName = keyof typeof heads
