/** Builds small X12 files of invented people. Segments are written with `*` and `:`; `render` puts other delimiters in their place. */

export interface X12Delimiters {
  element: string
  component: string
  terminator: string
  /** What follows each terminator, such as a line break. */
  lineBreak?: string
}
export const usual: X12Delimiters = { element: '*', component: ':', terminator: '~', lineBreak: '\n' }

export interface Transaction835 {
  control?: string
  payment?: string
  header?: string[]
  claims?: string[][]
  summary?: string[]
}

export const header835 = (payment = '80') => [
  `BPR*I*${payment}*C*ACH*CCP*01*999999999*DA*123*1999999999**01*999999999*DA*123*20260415`,
  'TRN*1*TRACE-77*1999999999',
  'DTM*405*20260414',
  'N1*PR*Harbor Mutual Testing*XV*HM001',
  'N3*1 Invented Way',
  'N4*Nowhere*IA*50000',
  'N1*PE*Willow Practice*XX*1999999984',
  'REF*TJ*999999999',
]

/** A claim of two lines: 99213 paid 80 of 120 with CO-45 40, 93000 of 60 denied by CO-197. */
export const claim835 = [
  'CLP*PCN-1*1*180*80*0*12*ICN-1*11*1',
  'NM1*QC*1*Testcase*Rowan****MI*M-1001',
  'REF*1L*GROUP-9',
  'DTM*050*20260410',
  'SVC*HC:99213:25*120*80**1',
  'DTM*472*20260401',
  'CAS*CO*45*40',
  'REF*6R*L1',
  'AMT*B6*80',
  'SVC*HC:93000*60*0**1',
  'DTM*472*20260402',
  'CAS*CO*197*60',
  'REF*6R*L2',
  'LQ*HE*N517',
]

export const header837 = (purpose = 'CH') => [
  `BHT*0019*00*B1*20260403*1200*${purpose}`,
  'NM1*41*2*Willow Billing*****46*S-1',
  'PER*IC*Desk*TE*5550100',
  'NM1*40*2*Harbor Clearing*****46*R-1',
]
export const billing837 = [
  'HL*1**20*1',
  'PRV*BI*PXC*207Q00000X',
  'NM1*85*2*Willow Practice*****XX*1999999984',
  'N3*1 Invented Way',
  'N4*Nowhere*IA*500000000',
  'REF*EI*999999999',
]
export const subscriber837 = [
  'HL*2*1*22*0',
  'SBR*P*18*GROUP-9******CI',
  'NM1*IL*1*Testcase*Rowan****MI*M-1001',
  'DMG*D8*19800229*F',
  'NM1*PR*2*Harbor Mutual Testing*****PI*HM001',
]
/** A child of the subscriber, whose own HL then has to say 1 and SBR02 nothing. */
export const patient837 = ['HL*3*2*23*0', 'PAT*19', 'NM1*QC*1*Testcase*Sorrel', 'N3*1 Invented Way', 'DMG*D8*20150704*M']

/** A claim of two lines: 99213-25 at 120 and 93000 at 60. */
export const claim837 = [
  'CLM*PCN-1*180***11:B:1*Y*A*Y*Y',
  'REF*G1*AUTH-1',
  'HI*ABK:J069*ABF:I10',
  'NM1*82*1*Healer*Robin****XX*1999999976',
  'PRV*PE*PXC*207QA0505X',
  'LX*1',
  'SV1*HC:99213:25*120*UN*1***1:2',
  'DTP*472*D8*20260401',
  'REF*6R*L1',
  'LX*2',
  'SV1*HC:93000*60*UN*1***2',
  'DTP*472*D8*20260402',
  'REF*6R*L2',
]
/** A stay of three days: room and board by revenue code, and a drug with its procedure. */
export const claim837I = [
  'CLM*PCN-2*3500***11:A:1**A*Y*Y',
  'DTP*434*RD8*20260401-20260404',
  'DTP*435*DT*202604010830',
  'CL1*1*7*01',
  'HI*ABK:I2510',
  'HI*ABJ:R079',
  'HI*BH:11:D8:20260331',
  'NM1*71*1*Ward*Alder****XX*1999999968',
  'LX*1',
  'SV2*0120**3000*DA*3',
  'LX*2',
  'SV2*0636*HC:J1885*500*UN*2',
  'DTP*472*D8*20260402',
]
/** Two teeth; `PB` in the last element asks what would be paid. */
export const claim837D = (predetermination = false) => [
  `CLM*PCN-3*260***11:B:1*Y*A*Y*Y**********${predetermination ? 'PB' : ''}`,
  'DTP*472*D8*20260405',
  'LX*1',
  'SV3*AD:D2392*200****1',
  'TOO*JP*12*M:O',
  'LX*2',
  'SV3*AD:D0220*60****1',
]

export interface Transaction837 {
  control?: string
  version?: string
  header?: string[]
  levels?: string[]
  claims?: string[][]
}

/** An 837 of one subscriber who is the patient, unless `levels` say otherwise. */
export function claims837({
  control = '0001',
  version = '005010X222A2',
  header = header837(),
  levels = [...billing837, ...subscriber837],
  claims = [claim837],
}: Transaction837 = {}): string[] {
  return transaction('837', [...header, ...levels, ...claims.flat()], control, version)
}

/** ST..SE with the count right. */
export function transaction(set: string, body: string[], control = '0001', version = ''): string[] {
  return [`ST*${set}*${control}${version && `*${version}`}`, ...body, `SE*${body.length + 2}*${control}`]
}

export function remittance({
  control = '0001',
  payment = '80',
  header = header835(payment),
  claims = [claim835],
  summary = [],
}: Transaction835 = {}): string[] {
  return transaction('835', [...header, ...(claims.length > 0 ? ['LX*1'] : []), ...claims.flat(), ...summary], control)
}

/** ISA..IEA around transactions, one group. */
export function interchange(transactions: string[][], { version = '005010X221A1', control = '000000101', functional = 'HP' } = {}): string[] {
  const isa = [
    'ISA',
    '00',
    ' '.repeat(10),
    '00',
    ' '.repeat(10),
    'ZZ',
    'SENDER'.padEnd(15),
    'ZZ',
    'RECEIVER'.padEnd(15),
    '260415',
    '1200',
    '^',
    '00501',
    control,
    '0',
    'P',
    ':',
  ]
  return [
    isa.join('*'),
    `GS*${functional}*SENDER*RECEIVER*20260415*1200*7*X*${version}`,
    ...transactions.flat(),
    `GE*${transactions.length}*7`,
    `IEA*1*${control}`,
  ]
}

export function render(segments: string[], { element, component, terminator, lineBreak = '' }: X12Delimiters = usual): Buffer {
  const swap = (segment: string) => segment.replace(/[*:]/g, (delimiter) => (delimiter === '*' ? element : component))
  return Buffer.from(segments.map((segment) => swap(segment) + terminator + lineBreak).join(''), 'utf8')
}

export const file835 = (options?: Transaction835) => render(interchange([remittance(options)]))

export const file837 = (options?: Transaction837) => render(interchange([claims837(options)], { version: '005010X222A2', functional: 'HC' }))

/** Bytes in chunks of the given sizes, over and over. */
export async function* chunked(bytes: Uint8Array, ...sizes: number[]): AsyncGenerator<Uint8Array> {
  let at = 0
  for (let turn = 0; at < bytes.length; turn++) {
    const size = Math.max(1, sizes[turn % Math.max(1, sizes.length)] ?? bytes.length)
    yield bytes.subarray(at, at + size)
    at += size
  }
}
