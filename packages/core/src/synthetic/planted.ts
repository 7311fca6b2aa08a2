import { denialOf, type Denial } from './denials.ts'
import type { Condition } from '../patterns/scope/condition.ts'
import type { Shape } from './shape.ts'

/** A denial pattern put into the data on purpose: what a good detector should find, and nothing else should. */
export interface PlantedPattern {
  id: string
  sentence: string
  denial: Denial
  scope: readonly Condition[]
  shape: Shape
}

const payer = (value: string): Condition => ({ field: 'payer', op: 'is', value })
const code = (value: string): Condition => ({ field: 'procedureCode', op: 'is', value })

export const plantedPatterns: readonly PlantedPattern[] = [
  {
    id: 'same-day-visit',
    sentence: 'Northfield Health denies office visits on the day of a procedure when modifier 25 is missing.',
    denial: denialOf('CO', '4', 'N519', false, 0.8),
    shape: { kind: 'constant', rate: 0.75 },
    scope: [
      payer('northfield-health'),
      { field: 'procedureGroup', op: 'is', value: 'office-visit' },
      { field: 'procedureGroup', op: 'has', value: 'procedure' },
      { field: 'modifier', op: 'lacks', value: '25' },
    ],
  },
  {
    id: 'joint-injection-authorization',
    sentence: 'Cascade Mutual has asked for authorization of 20610 for five months.',
    denial: denialOf('CO', '197', null, true, 0.5),
    shape: { kind: 'starts', at: -150, rate: 0.6 },
    scope: [payer('cascade-mutual'), code('20610')],
  },
  {
    id: 'late-filing',
    sentence: 'Harbor State Medicaid denies claims that are submitted more than 30 days after the service.',
    denial: denialOf('CO', '29', null, true, 0.15),
    shape: { kind: 'constant', rate: 0.85 },
    scope: [payer('harbor-state-medicaid'), { field: 'daysToSubmission', op: 'above', value: 30 }],
  },
  {
    id: 'blood-draw-bundled',
    sentence: 'Union Prairie Plan pays 36415 beside other laboratory work less and less.',
    denial: denialOf('CO', '97', 'M15', false, 0.3),
    shape: { kind: 'grows', from: 0.1, to: 0.7 },
    scope: [payer('union-prairie-plan'), code('36415')],
  },
  {
    id: 'therapy-records',
    sentence: 'Silver Oak Advantage wanted records for 97110, until the group began to send them along.',
    denial: denialOf('CO', '252', 'N706', true, 0.7),
    shape: { kind: 'fixed', at: -130, rate: 0.5 },
    scope: [payer('silver-oak-advantage'), code('97110')],
  },
  {
    id: 'routine-exam-ecg',
    sentence: 'Federal Senior Plan denies 93000 when the diagnosis is a routine examination.',
    denial: denialOf('CO', '11', 'M64', false, 0.65),
    shape: { kind: 'constant', rate: 0.55 },
    scope: [payer('federal-senior-plan'), code('93000'), { field: 'diagnosis', op: 'startsWith', value: 'Z00' }],
  },
  {
    id: 'telehealth-place',
    sentence: 'Cascade Mutual has stopped accepting 90837 with place of service 10.',
    denial: denialOf('CO', '5', 'M77', true, 0.6),
    shape: { kind: 'starts', at: -210, rate: 0.55 },
    scope: [payer('cascade-mutual'), code('90837'), { field: 'placeOfService', op: 'is', value: '10' }],
  },
  {
    id: 'clinician-not-enrolled',
    sentence: 'Union Prairie Plan denied the claims of one new orthopedist until the enrollment was complete.',
    denial: denialOf('CO', 'B7', 'N570', true, 0.35),
    shape: { kind: 'fixed', at: -240, rate: 0.8 },
    scope: [payer('union-prairie-plan'), { field: 'provider', op: 'is', value: 'DEMO-PRV-08' }],
  },
  {
    id: 'rendering-number-lost',
    sentence: 'Since a change of software, claims of Lakeshore Therapy & Counseling sometimes lack the clinician number.',
    denial: denialOf('CO', '16', 'N290', true, 0.85),
    shape: { kind: 'starts', at: -75, rate: 0.14 },
    scope: [{ field: 'provider', op: 'is', value: 'DEMO-GRP-3' }],
  },
  {
    id: 'echo-for-symptoms',
    sentence: 'Federal Senior Plan finds 93306 for symptoms alone not necessary, more often each month.',
    denial: denialOf('CO', '50', 'N115', true, 0.5),
    shape: { kind: 'grows', from: 0.12, to: 0.5 },
    scope: [payer('federal-senior-plan'), code('93306'), { field: 'diagnosis', op: 'startsWith', value: 'R' }],
  },
  {
    id: 'drug-code-absent',
    sentence: 'Harbor State Medicaid denies J1885 without the drug code of the package.',
    denial: denialOf('CO', '16', 'M119', false, 0.8),
    shape: { kind: 'constant', rate: 0.65 },
    scope: [payer('harbor-state-medicaid'), code('J1885')],
  },
  {
    id: 'knee-not-specific',
    sentence: 'Northfield Health accepts M17.9 for imaging less and less: the side is missing.',
    denial: denialOf('CO', '16', 'M76', false, 0.75),
    shape: { kind: 'grows', from: 0.05, to: 0.6 },
    scope: [payer('northfield-health'), { field: 'procedureGroup', op: 'is', value: 'imaging' }, { field: 'diagnosis', op: 'is', value: 'M17.9' }],
  },
]

/** For a payer, the patterns that may touch its claims, each with its conditions less the one on the payer. */
export function plantedFor(payerId: string): readonly { pattern: PlantedPattern; conditions: readonly Condition[] }[] {
  return plantedPatterns
    .filter(({ scope }) => scope.every(({ field, value }) => field !== 'payer' || value === payerId))
    .map((pattern) => ({ pattern, conditions: pattern.scope.filter(({ field }) => field !== 'payer') }))
}
