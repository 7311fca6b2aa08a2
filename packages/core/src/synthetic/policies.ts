import type { PortalRecord } from '../imports/records.ts'
import type { Calendar } from './calendar.ts'

/** An invented payer policy: what it is about and the conditions under which a line meets it. `since` is a day counted from `asOf`. */
interface PolicyRow {
  name: string
  topic: string
  logicType: string
  mode: 'active' | 'observation'
  since: number
  description: string
  rationale: string
  mistake: string
  fix: string
  codes: string[]
  diagnoses?: string[]
  modifiers?: string[]
  places?: string[]
  ages?: string
  frequency?: string
  carcs: string[]
  rarcs: string[]
}

const rows: PolicyRow[] = [
  {
    name: 'Visit and procedure on one day',
    topic: 'Visits',
    logicType: 'Modifier',
    mode: 'active',
    since: -900,
    codes: ['99212', '99213', '99214', '99215'],
    modifiers: ['25'],
    carcs: ['4'],
    rarcs: ['N519'],
    description: 'An office visit is paid beside a procedure of the same day only when the visit was a service of its own and says so.',
    rationale: 'Every procedure already pays for the usual look at the patient before and after it.',
    mistake: 'The visit goes out without modifier 25.',
    fix: 'Add 25 to the visit when the note shows a problem dealt with apart from the procedure.',
  },
  {
    name: 'Authorization of joint injections',
    topic: 'Orthopedics',
    logicType: 'Authorization',
    mode: 'active',
    since: -150,
    codes: ['20610'],
    carcs: ['197'],
    rarcs: [],
    description: 'Cascade Mutual asks for authorization before an injection into a large joint.',
    rationale: 'The plan wants to see that simpler treatment was tried first.',
    mistake: 'The injection is given at the first visit, before anyone asked the plan.',
    fix: 'Request authorization when the visit is booked; put the number on the claim.',
  },
  {
    name: 'Blood draw beside laboratory work',
    topic: 'Laboratory',
    logicType: 'Bundling',
    mode: 'active',
    since: -540,
    codes: ['36415'],
    frequency: 'Maximum 1 per day',
    carcs: ['97'],
    rarcs: ['M15'],
    description: 'Taking the sample counts as part of the laboratory work done on it.',
    rationale: 'The laboratory fee of this plan includes the draw.',
    mistake: 'The draw is billed on every laboratory claim out of habit.',
    fix: 'Leave the draw off for this plan, or bill it where the sample goes to an outside laboratory.',
  },
  {
    name: 'Records for therapeutic exercise',
    topic: 'Therapy',
    logicType: 'Documentation',
    mode: 'active',
    since: -700,
    codes: ['97110'],
    modifiers: ['GP'],
    frequency: 'Maximum 4 units per day',
    carcs: ['252'],
    rarcs: ['N706'],
    description: 'Silver Oak Advantage wants the plan of care and the minutes of each exercise session.',
    rationale: 'Time decides how many units are due.',
    mistake: 'The claim is sent without the plan of care.',
    fix: 'Attach the signed plan of care and the log of minutes.',
  },
  {
    name: 'Electrocardiogram at a routine examination',
    topic: 'Cardiology',
    logicType: 'Diagnosis',
    mode: 'active',
    since: -1100,
    codes: ['93000'],
    diagnoses: ['Z00.00', 'Z00.01'],
    carcs: ['11'],
    rarcs: ['M64'],
    description: 'A tracing is paid for a complaint or a known heart condition, not as a part of a routine examination.',
    rationale: 'Screening people without complaints has not been shown to help them.',
    mistake: 'The claim names only the examination as the reason.',
    fix: 'Name the complaint or condition, if there is one, as the diagnosis of this line.',
  },
  {
    name: 'Counseling at home',
    topic: 'Behavioral health',
    logicType: 'Place of Service',
    mode: 'active',
    since: -210,
    codes: ['90834', '90837'],
    places: ['10'],
    modifiers: ['95'],
    carcs: ['5'],
    rarcs: ['M77'],
    description: 'Cascade Mutual pays the long session by video only when the patient sits in a clinic.',
    rationale: 'The plan ended its exception for the home.',
    mistake: 'Place 10 is set for every video session.',
    fix: 'Offer the shorter session by video, or the long one in the office.',
  },
  {
    name: 'Colonoscopy interval',
    topic: 'Gastroenterology',
    logicType: 'Unit/Frequency',
    mode: 'observation',
    since: -365,
    codes: ['45378', '45380', '45385'],
    diagnoses: ['Z12.11'],
    ages: '45-75 years',
    frequency: 'Maximum 1 per 10 years',
    carcs: ['119'],
    rarcs: ['N362'],
    description: 'A screening examination of the bowel is covered once in ten years without findings.',
    rationale: 'Changes grow slowly; earlier repeats bring risk without gain.',
    mistake: 'The last examination elsewhere was not asked for.',
    fix: 'Ask for the date of the last examination before booking.',
  },
  {
    name: 'Ultrasound of the heart for symptoms',
    topic: 'Cardiology',
    logicType: 'Medical Necessity',
    mode: 'active',
    since: -480,
    codes: ['93306'],
    diagnoses: ['R06.02', 'R07.9', 'R01.1'],
    carcs: ['50'],
    rarcs: ['N115'],
    description: 'Federal Senior Plan wants more than a symptom: a finding, a failed treatment or a change since the last study.',
    rationale: 'Most studies for breathlessness alone change nothing in the treatment.',
    mistake: 'The order names the symptom and nothing else.',
    fix: 'State the finding that led to the order, and send the note with the appeal.',
  },
]

const idOf = (index: number) => `DEMO-POL-${String(index + 1).padStart(2, '0')}`
export const policyIds: readonly string[] = rows.map((_, index) => idOf(index))

/** The group's policies in the shape of the portal's export; the numbers about use are null until they are computed from claims. */
export function* policies(calendar: Calendar): Generator<PortalRecord> {
  for (const [index, row] of rows.entries()) {
    const id = idOf(index)
    yield {
      kind: 'policy',
      id,
      body: {
        id,
        name: row.name,
        mode: row.mode,
        effectiveDate: calendar.text(row.since),
        endDate: null,
        description: row.description,
        clinicalRationale: row.rationale,
        topic: row.topic,
        logicType: row.logicType,
        source: 'Invented for the demonstration',
        hitRate: null,
        denialRate: null,
        appealRate: null,
        overturnRate: null,
        impact: null,
        insightCount: null,
        providersImpacted: null,
        trend: 'stable',
        procedureCodes: row.codes,
        diagnosisCodes: row.diagnoses ?? [],
        modifiers: row.modifiers ?? [],
        placeOfService: row.places ?? [],
        ageRestrictions: row.ages ?? null,
        frequencyLimits: row.frequency ?? null,
        commonMistake: row.mistake,
        fixGuidance: row.fix,
        referenceDocs: [{ title: `Demonstration manual, section ${index + 1}`, source: 'Invented', url: null, type: 'primary' }],
        relatedPolicies: [],
        learningMarkersCount: 0,
        recentTests: 0,
        geography: { regions: ['Lakeshore'], jurisdictions: [] },
        applicableClaimTypes: ['Professional'],
        carcCodes: row.carcs.map((code) => ({ code, description: null })),
        rarcCodes: row.rarcs.map((code) => ({ code, description: null })),
        specialtyCodes: [],
      },
    }
  }
}
