// Commands that care for a ledger: compact, doctor, migrate, merge.
import { loadKnowledge } from '../../knowledge/load.js'
import { compactLedger } from '../../store/compact.js'
import { type DoctorReport, examineLedger, type Finding } from '../../store/doctor.js'
import { closeLedger, openLedger } from '../../store/ledger.js'
import { mergeLedger } from '../../store/merge.js'
import { migrateLedger } from '../../store/migrate.js'
import { LedgerTrouble } from '../../store/trouble.js'
import { type Context, type ExitStatus, UsageError } from './context.js'
import { atDesk, folderOf } from './ledger-open.js'
import { readLedgerKnowledge } from './ledger-own.js'
import { counted, note, type ResultOptions, tellResult } from './ledger-result.js'

interface CareOptions extends ResultOptions {
  readonly ledger?: string
}

export const runCompact = (options: CareOptions, context: Context): Promise<ExitStatus> =>
  atDesk(options.ledger, async (desk): Promise<ExitStatus> => {
    const report = await compactLedger(desk.ledger, desk.now)
    const { before, after, judgementFiles } = report
    tellResult(
      context,
      options,
      report,
      () =>
        `${counted(before, 'segment')} → ${after}, ${counted(judgementFiles.before, 'file')} of judgements → ${judgementFiles.after}.\n`,
    )
    return 0
  })

const doctorWords = ({ findings, documents, claims, segments, clean }: DoctorReport): string => {
  const lines = findings.map(({ rule, place, reason, outcome }) => `${outcome}: ${rule}: ${place}: ${reason}\n`)
  const sum = `${counted(documents, 'document')}, ${counted(claims, 'claim')} in ${counted(segments, 'segment')}`
  return `${lines.join('')}${sum}: ${clean ? 'all is well' : 'see above'}.\n`
}

/** The ledger's own rules against their own sentences; none are read where there are none. */
const examineRules = async (folder: string, context: Context): Promise<readonly Finding[]> => {
  const product = loadKnowledge()
  const { rules } = await readLedgerKnowledge(folder, product)
  if (rules.length === 0) return []
  const [{ openLedgerCrew }, { checkRuleExamples }] = await Promise.all([
    import('./ledger-add.js'),
    import('./rule-examples.js'),
  ])
  const crew = await openLedgerCrew(folder, { parser: 'accurate' }, context)
  try {
    const faults = await checkRuleExamples(rules, document => crew.code(document))
    return faults.map(({ place, reason }) => ({ rule: 'own-rule', place, reason, outcome: 'open' }))
  } finally {
    await crew.close()
  }
}

export const runDoctor = (options: CareOptions, context: Context): Promise<ExitStatus> =>
  atDesk(options.ledger, async (desk): Promise<ExitStatus> => {
    const examined = await examineLedger(desk.ledger, desk.knowledge, desk.now)
    const rules = await examineRules(desk.ledger.folder, context)
    const report = {
      ...examined,
      findings: [...examined.findings, ...rules],
      clean: examined.clean && rules.length === 0,
    }
    tellResult(context, options, report, () => doctorWords(report))
    return report.clean ? 0 : 1
  })

export const runMigrate = async (options: CareOptions, context: Context): Promise<ExitStatus> => {
  const folder = await folderOf(options.ledger)
  try {
    const report = await migrateLedger(folder, Date.now())
    tellResult(context, options, report, () =>
      report.from === report.to
        ? `The ledger has schema ${report.to} already.\n`
        : `Schema ${report.from} → ${report.to}, ${counted(report.segments, 'segment')} written anew.\n`,
    )
    return 0
  } catch (error) {
    throw error instanceof LedgerTrouble ? new UsageError(error.message) : error
  }
}

export const runMerge = (other: string, options: CareOptions, context: Context): Promise<ExitStatus> =>
  atDesk(options.ledger, async (desk): Promise<ExitStatus> => {
    const from = await openLedger(other)
    try {
      const report = await mergeLedger(desk.ledger, from, desk.knowledge, desk.now)
      for (const message of report.messages) note(context, message)
      tellResult(
        context,
        options,
        report,
        () =>
          `Merged ${counted(report.documents, 'document')} and ${counted(report.judgements, 'row')} of the hand from ${other}.\n`,
      )
      return report.messages.length === 0 ? 0 : 1
    } finally {
      closeLedger(from)
    }
  })
