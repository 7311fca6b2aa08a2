import { describe, expect, it } from 'vitest'
import { claimOutcome } from '../../../src/adjudication/rules.ts'
import { portalJsonImporter } from '../../../src/imports/formats/portal-json/importer.ts'
import type { DecisionRecord } from '../../../src/imports/records.ts'
import { asStatement } from '../../../src/writers/statement.ts'
import { collect, recordsOf } from '../../synthetic/collect.ts'
import { GROUP, issuesIn, readBack, written } from '../written.ts'

const pack = await written('portal-json')
const read = await readBack(pack, portalJsonImporter)
const { records, histories } = collect(GROUP)
const said = histories.flatMap((history) => asStatement({ kind: 'history', ...history }) ?? [])
const statusOf = (history: (typeof said)[number]) => recordsOf(read, 'claim').find(({ id }) => id === history.claim.id)?.reportedStatus

describe('the portal export', () => {
  it('gives each claim with its lines and its last appeal', () => {
    const found = recordsOf(read, 'claim').map(({ reportedStatus: _, reportedReason: __, extra: ___, frequencyCode: ____, ...claim }) => ({
      ...claim,
      lines: claim.lines.map(({ extra: _____, ...line }) => ({ ...line, serviceDateEnd: null })),
      appeals: claim.appeals.map(({ level, filedOn, outcome }) => ({ level, filedOn, outcome })),
    }))
    const expected = said.map(({ claim: { reportedStatus: _, reportedReason: __, extra: ___, frequencyCode: ____, payers: _____, ...claim } }) => ({
      ...claim,
      lines: claim.lines.map(({ extra: ______, ...line }) => ({ ...line, serviceDateEnd: null })),
      appeals: claim.appeals.map(({ level, filedOn, outcome }) => ({ level, filedOn, outcome })),
    }))
    expect(found).toEqual(expected)
  })

  it('gives how each claim stands, with its outcome, reason and every cent', () => {
    const plain = (decision: DecisionRecord) => {
      const { outcome, duplicate, denial } = claimOutcome(decision.verdict, decision.lines)
      return {
        claimId: decision.claimId,
        decidedOn: decision.decidedOn,
        amounts: [decision.charge, decision.paid],
        outcome: [outcome, duplicate, denial.reason, denial.deniedAmount],
        lines: decision.lines.map((line) => [line.charge, line.paid, line.allowed, line.verdict.denied, line.verdict.reason]),
      }
    }
    expect(recordsOf(read, 'decision').map(plain)).toEqual(said.flatMap(({ decisions }) => decisions).map(plain))
  })

  it('says by its status what became of an appeal', () => {
    const words = new Set(said.map(statusOf))
    expect(words).toEqual(new Set(['pending', 'paid', 'denied', 'partially_denied', 'appealed', 'overturned']))
    expect(said.filter((history) => statusOf(history) === 'appealed').every(({ claim }) => claim.appeals[0]?.outcome === 'pending')).toBe(true)
  })

  it('brings providers, policies, codes and learning events as the group has them', () => {
    for (const kind of ['policy', 'code_reference', 'learning_event'] as const) expect(recordsOf(read, kind)).toEqual(recordsOf(records, kind))
    const plain = (from: typeof read) =>
      recordsOf(from, 'provider').map(({ taxId, taxonomy, ...rest }) => ({ ...rest, taxId: taxId ?? null, taxonomy: taxonomy ?? null }))
    expect(plain(read)).toEqual(plain(records))
  })

  it('leaves nothing to warn of but a context of events that is no word of ours', () => {
    expect(issuesIn(read)).toEqual(['portal.word-unknown: "learning" is no word we know'])
  })
})
