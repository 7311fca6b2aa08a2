import type { ClaimDefinition } from './definitions.ts'

interface Reason {
  /** What these claims are. */
  text: string
  /** Condition on a claim's facts; `from_numerator` and `to_numerator` say whether each definition counts it as denied. */
  when: string
  /** Explains a difference only where one of these definitions takes part. */
  only?: readonly ClaimDefinition[]
}

/**
 * Why two definitions count a claim differently: the first that applies, so that each claim has one reason. The last seven are every course that
 * a decided claim can take but the one that all definitions agree on (denied, and denied still), so that none is without.
 */
export const reasons = {
  pending: { text: 'no decision yet', when: `initial = 'pending'` },
  duplicate: { text: 'duplicates of another claim', when: 'is_duplicate' },
  no_primary_decision: { text: 'decided by another payer only', when: 'not primary_decided', only: ['primary'] },
  no_remittance: { text: 'decided, but not by a remittance', when: `code = ''`, only: ['clp02_4'] },
  other_code: { text: 'denied under another status code than 4', when: `code <> '4' and from_numerator <> to_numerator`, only: ['clp02_4'] },
  code_4_not_denied: { text: 'status code 4, but not denied as a whole', when: `code = '4' and initial <> 'denied'`, only: ['clp02_4'] },
  under_appeal: { text: 'denied and under appeal', when: `status = 'appealed' and final = 'denied'`, only: ['status_denied'] },
  paid_later: { text: 'denied first and paid later', when: `initial = 'denied' and final = 'paid'` },
  partly_paid_later: { text: 'denied first and paid in part later', when: `initial = 'denied' and final = 'partially_denied'` },
  taken_back: { text: 'denied first, and that decision was taken back', when: `initial = 'denied' and final = 'none'` },
  denied_later: { text: 'paid first and denied only later', when: `initial = 'paid' and final = 'denied'` },
  denied_in_full_later: { text: 'denied in part first and as a whole later', when: `initial = 'partially_denied' and final = 'denied'` },
  denied_in_part: { text: 'denied in part at the first decision', when: `initial = 'partially_denied'` },
  never_denied: { text: 'not denied at the first decision', when: `initial = 'paid'` },
} as const satisfies Record<string, Reason>

export type ReasonKey = keyof typeof reasons
export const reasonKeys = Object.keys(reasons) as ReasonKey[]

/** The reasons that can explain the way from one definition to another, in the order in which they apply. */
export function reasonsBetween(from: ClaimDefinition, to: ClaimDefinition): ReasonKey[] {
  return reasonKeys.filter((key) => {
    const { only }: Reason = reasons[key]
    return !only || only.includes(from) || only.includes(to)
  })
}
