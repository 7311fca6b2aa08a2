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
export function interchange(transactions: string[][], { version = '005010X221A1', control = '000000101' } = {}): string[] {
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
  return [isa.join('*'), `GS*HP*SENDER*RECEIVER*20260415*1200*7*X*${version}`, ...transactions.flat(), `GE*${transactions.length}*7`, `IEA*1*${control}`]
}

export function render(segments: string[], { element, component, terminator, lineBreak = '' }: X12Delimiters = usual): Buffer {
  const swap = (segment: string) => segment.replace(/[*:]/g, (delimiter) => (delimiter === '*' ? element : component))
  return Buffer.from(segments.map((segment) => swap(segment) + terminator + lineBreak).join(''), 'utf8')
}

export const file835 = (options?: Transaction835) => render(interchange([remittance(options)]))

/** Bytes in chunks of the given sizes, over and over. */
export async function* chunked(bytes: Uint8Array, ...sizes: number[]): AsyncGenerator<Uint8Array> {
  let at = 0
  for (let turn = 0; at < bytes.length; turn++) {
    const size = Math.max(1, sizes[turn % Math.max(1, sizes.length)] ?? bytes.length)
    yield bytes.subarray(at, at + size)
    at += size
  }
}
