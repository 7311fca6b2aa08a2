import type { SimulatedClaim } from '../../../../scripts/benches/truth/mining/claims.ts'

/** A claim of one line, 99213 in the office, which pays unless something is said. */
export const simulated = (values: Partial<Omit<SimulatedClaim, 'lines'>> = {}, line: Partial<SimulatedClaim['lines'][number]> = {}): SimulatedClaim => ({
  day: 0,
  payer: 'payer-01',
  provider: 'practice-01',
  claimType: 'professional',
  submittedLaterThan: 0,
  lines: [{ procedureCode: '99213', modifiers: [], diagnoses: ['I10'], placeOfService: '11', renderingProvider: 'clinician-01', reason: null, ...line }],
  reason: null,
  later: false,
  count: 1,
  factor: 1,
  ...values,
})

export const several = (count: number, make: () => SimulatedClaim): SimulatedClaim[] => Array.from({ length: count }, make)
