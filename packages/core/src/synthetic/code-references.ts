import type { PortalRecord } from '../imports/records.ts'
import type { Calendar } from './calendar.ts'
import { procedureGroupOf } from '../codes/groups.ts'

/** What the group notes about a code, in its own words; the official description belongs to the AMA and is left empty. */
interface Reference {
  code: string
  diagnoses: string[]
  modifiers: { code: string; usage: string; required: boolean }[]
  documentation: string[]
  practices: string[]
  related: { code: string; relationship: string; note: string }[]
  warnings: string[]
}

const modifier = (code: string, usage: string, required = false) => ({ code, usage, required })
const related = (code: string, relationship: string, note: string) => ({ code, relationship, note })

const references: Reference[] = [
  {
    code: '99213',
    diagnoses: ['J06.9', 'I10', 'M54.50'],
    modifiers: [modifier('25', 'When a procedure was done on the same day')],
    documentation: ['Reason for the visit', 'What was decided and why, or the minutes spent'],
    practices: ['Let the note of the visit stand apart from that of the procedure'],
    related: [related('99214', 'alternative', 'For more involved decisions')],
    warnings: [],
  },
  {
    code: '99214',
    diagnoses: ['I10', 'E11.9', 'E78.5'],
    modifiers: [modifier('25', 'When a procedure was done on the same day')],
    documentation: ['Problems dealt with', 'Data looked at', 'Risk of what was decided, or the minutes spent'],
    practices: ['Name each chronic condition that was dealt with'],
    related: [related('99213', 'alternative', 'For simpler decisions')],
    warnings: ['Often audited: the note must carry the level'],
  },
  {
    code: '20610',
    diagnoses: ['M17.11', 'M25.561', 'M75.101'],
    modifiers: [modifier('LT', 'Left side', true), modifier('RT', 'Right side', true)],
    documentation: ['Joint and side', 'Drug, amount and lot', 'What was tried before'],
    practices: ['Ask for authorization when the appointment is made'],
    related: [related('J3301', 'billed-together', 'The drug that is injected')],
    warnings: ['Cascade Mutual asks for authorization'],
  },
  {
    code: '36415',
    diagnoses: ['I10', 'E11.9'],
    modifiers: [],
    documentation: ['Order for the test'],
    practices: ['Bill once a day, whatever the number of tubes'],
    related: [related('80053', 'billed-together', 'A common panel')],
    warnings: ['Union Prairie Plan counts it as part of the laboratory work'],
  },
  {
    code: '93000',
    diagnoses: ['I10', 'R07.9', 'I48.91'],
    modifiers: [],
    documentation: ['Complaint or condition', 'Signed reading of the tracing'],
    practices: ['Point the line at the heart condition, not at the examination'],
    related: [related('93306', 'escalation', 'When the tracing leaves questions')],
    warnings: [],
  },
  {
    code: '97110',
    diagnoses: ['M54.50', 'M62.81'],
    modifiers: [modifier('GP', 'Under a plan of physical therapy', true)],
    documentation: ['Signed plan of care', 'Minutes of each exercise', 'Progress since the last report'],
    practices: ['Add up the minutes before choosing units'],
    related: [related('97140', 'billed-together', 'Needs 59 beside 97530')],
    warnings: [],
  },
  {
    code: '90837',
    diagnoses: ['F41.1', 'F33.1'],
    modifiers: [modifier('95', 'By video')],
    documentation: ['Start and end time', 'Goal worked on'],
    practices: ['Write down both times: under 53 minutes is the shorter code'],
    related: [related('90834', 'alternative', 'For the shorter session')],
    warnings: ['Cascade Mutual no longer pays it at home'],
  },
  {
    code: 'J1885',
    diagnoses: ['M54.50', 'R51.9'],
    modifiers: [],
    documentation: ['Dose given', 'Drug code of the package'],
    practices: ['Put the drug code of the package on the line'],
    related: [related('99213', 'billed-together', 'The visit it was given at')],
    warnings: ['Harbor State Medicaid denies it without the drug code'],
  },
]

/** Reference texts in the shape of the portal's export; rates are null, for the group's own claims say them. */
export function* codeReferences(calendar: Calendar): Generator<PortalRecord> {
  for (const reference of references) {
    const modifiers = reference.modifiers.map((entry) => ({ ...entry, description: null, billable: true }))
    yield {
      kind: 'code_reference',
      id: reference.code,
      body: {
        code: reference.code,
        description: null,
        category: procedureGroupOf(reference.code),
        typicalDiagnosisCodes: reference.diagnoses,
        requiredModifiers: modifiers.filter(({ required }) => required),
        optionalModifiers: modifiers.filter(({ required }) => !required),
        documentationRequirements: reference.documentation,
        payerRules: [],
        usageHistory: [],
        yourApprovalRate: null,
        nationalApprovalRate: null,
        avgReimbursement: null,
        commonDenialReasons: [],
        bestPractices: reference.practices,
        relatedCodes: reference.related.map((entry) => ({ ...entry, description: null })),
        recentPolicyChanges: [],
        warnings: reference.warnings,
        lastUpdated: calendar.text(-30),
      },
    }
  }
}
