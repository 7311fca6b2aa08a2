import { describeReason } from '../../adjudication/reasons.ts'

/** The built-in letter that fits why a claim was denied, by its first reason that has a remedy. */
export function templateFor(reasons: readonly string[]): string {
  const described = reasons.map(describeReason)
  const { category, remedy, label } = described.find((reason) => reason.remedy !== 'none') ?? described[0] ?? describeReason('')
  if (remedy === 'corrected_claim') return 'built-in:corrected-claim'
  if (category === 'authorization') return 'built-in:authorization'
  if (category === 'medical-necessity') return 'built-in:medical-necessity'
  return /timely|late|filing/i.test(`${category} ${label}`) ? 'built-in:timely-filing' : 'built-in:coding'
}
