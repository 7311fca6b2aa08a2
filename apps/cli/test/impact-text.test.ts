import { describe, expect, it } from 'vitest'
import type { LedgerOutput } from '../../../packages/core/src/impact/schemas.ts'
import { ledgerText, paymentsText } from '../src/impact-text.ts'

const avoided = { state: 'not_shown' as const, amount: 0, denials: { low: 0.04, estimate: 2, high: 5.26 }, dollars: { low: 3, estimate: 150, high: 394.5 } }
const ledger: LedgerOutput = {
  verified: { amount: 120, payments: 1 },
  avoided: { ...avoided, measured: 1 },
  patterns: [
    {
      level: 'pattern',
      patternId: 'P',
      title: 'Records for 97110',
      denialReason: 'Documentation missing or insufficient',
      scope: [],
      interventions: [{ kind: 'staff_training', on: '2026-01-05', recordedOn: '2026-01-05' }],
      intervention: '2026-01-05',
      verified: { amount: 120, payments: 1 },
      avoided,
      enoughOn: null,
      counted: true,
    },
  ],
  lessons: [],
  providers: [],
  paidShare: 50,
  recomputing: false,
  asOf: '2026-03-31T12:00:00Z',
}
const payments = {
  total: 120,
  payments: [{ paidOn: '2026-02-20', claimId: 'A', payerId: null, payerName: null, traceNumber: null, kind: null, firstDeniedOn: null, amount: 120 }],
  pagination: { page: 1, limit: 20, total: 1, pages: 1 },
  recomputing: true,
  asOf: '2026-03-31T12:00:00Z',
}

describe('the ledger in words', () => {
  it('shows no bound as 0 that is above it', () => {
    expect(ledgerText(ledger)).toContain('0.04 to 5.3 (2.0)')
  })

  it('says when its numbers are about to change, and only then', () => {
    expect(ledgerText(ledger)).not.toContain('computed again')
    expect(ledgerText({ ...ledger, recomputing: true })).toContain('Days wait to be computed again')
  })

  it('lists a payment whose import is being undone by what is known of it', () => {
    expect(paymentsText(payments)).toMatch(/2026-02-20 +A +– +– +– +\$120\.00[^]*Days wait to be computed again/)
  })
})
