import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OverturnError } from '../../../../src/errors.ts'
import type { ImportRecord } from '../../../../src/imports/records.ts'
import type { ColumnMapping } from '../../../../src/imports/formats/csv/mapping.ts'
import { csvImporter } from '../../../../src/imports/formats/csv/importer.ts'
import { decimalText } from '../../../../src/money.ts'
import { chunksOf, confirmed, fixture, issuesOf, ofKind, readCsv } from './reading.ts'

const read = async (name: string) => readCsv(fixture(name), { mapping: await confirmed(fixture(name)) })
const refusal = (content: string | Uint8Array, partial = false, mapping?: ColumnMapping) =>
  readCsv(content, { partial, ...(mapping && { mapping }) }).then(
    () => null,
    (error: unknown) => (error instanceof OverturnError ? `${error.code}: ${error.message}` : String(error)),
  )

const HEADER = 'Claim,DOS,Charge,Paid,Status,Denial Code,Denial Reason,Member Id,Birthday'
/** Rows under a header that everything in these cases needs. */
async function rowsOf(rows: string[], said: Partial<ColumnMapping> = {}, header = HEADER) {
  const mapping = await confirmed(`${header}\n${header === HEADER ? 'A,2026-01-02,1.00,,,,,,' : 'A,1,1.00'}\n`, said)
  return readCsv(`${header}\n${rows.join('\n')}\n`, { mapping })
}

describe('a list of claims', () => {
  it('gives a claim per row, and its decision where there is one', async () => {
    const records = await read('claims.csv')
    expect(issuesOf(records)).toEqual(['warning csv.word-unknown 5 claim.status'])
    const claims = ofKind(records, 'claim')
    expect(claims.map(({ id, billed, reportedStatus }) => [id, billed, reportedStatus])).toEqual([
      ['C-1', 123450, 'Paid'],
      ['C-2', 15000, 'Denied'],
      ['C-3', 20000, 'Pending'],
      ['C-4', 30000, 'Processed'],
      ['C-5', 8000, 'Denied'],
    ])
    expect(claims[0]).toMatchObject({
      patientControlNumber: 'C-1',
      payerId: 'northwind-health',
      providerId: '1999999992',
      patient: { name: 'Doe, Ada', dateOfBirth: '1950-01-02', memberId: 'M1' },
      serviceDate: '2026-02-03',
      submissionDate: '2026-02-05',
      procedureCodes: ['99213'],
      modifiers: ['25'],
      diagnosisCodes: ['E11.9', 'I10'],
      placeOfService: '11',
      lines: [],
    })
    expect(ofKind(records, 'payer').map(({ name }) => name)).toEqual(['Northwind Health', 'Tall Oak Plan'])
    expect(ofKind(records, 'provider')).toEqual([{ kind: 'provider', id: '1999999992', name: 'Lakeside Clinic', npi: '1999999992' }])
  })

  it('decides by codes, and by status and words only where there are none', async () => {
    const decisions = ofKind(await read('claims.csv'), 'decision')
    expect(decisions.map(({ claimId, paid, decidedOn, verdict }) => [claimId, paid, decidedOn, verdict.denied, verdict.carc, verdict.reason])).toEqual([
      ['C-1', 90000, '2026-02-20', false, null, null],
      ['C-2', 0, '2026-02-21', true, '197', 'Authorization absent'],
      ['C-4', 0, '2026-02-25', false, null, null],
      ['C-5', 0, '2026-02-26', true, null, 'Not medically necessary'],
    ])
    expect(decisions[1]).toMatchObject({ remittance: null, statusCode: null, payerRank: 'primary', decisionKind: 'original', remarks: [{ code: 'N54' }] })
    expect(decisions[1]?.adjustments).toEqual([{ group: 'CO', carc: '197', amount: 15000, quantity: null }])
    expect(decisions[0]).toMatchObject({ charge: 123450, allowed: 100000, patientResponsibility: 10000 })
  })

  it.each([
    ['a status', 'A,2026-01-02,10.00,,Denied,,,,', 'denied', ['warning csv.denied-without-payment 2 paid']],
    ['a payment', 'A,2026-01-02,10.00,4.00,,,,,', 'paid', []],
    ['a reason', 'A,2026-01-02,10.00,0.00,,,Timely filing,,', 'denied', []],
    ['a code', 'A,2026-01-02,10.00,0.00,,29,,,', 'denied', []],
    ['a code within the reason', 'A,2026-01-02,10.00,0.00,,,CO-29 too late,,', 'denied', []],
    ['a code that denies nothing', 'A,2026-01-02,10.00,0.00,Denied,CO-45,,,', 'paid', ['warning csv.denied-by-word-only 2 status']],
    ['nothing', 'A,2026-01-02,10.00,0.00,,,,,', 'undecided', []],
    ['a pending claim with money', 'A,2026-01-02,10.00,4.00,Pending,CO-29,,,', 'undecided', ['warning csv.pending-but-paid 2 paid']],
    ['a denied claim with money', 'A,2026-01-02,10.00,4.00,Denied,,,,', 'paid', ['warning csv.denied-but-paid 2 paid']],
    ['more than was billed', 'A,2026-01-02,10.00,14.00,Paid,,,,', 'paid', ['warning csv.paid-above-charge 2 paid']],
    ['a partial denial', 'A,2026-01-02,10.00,4.00,Partially paid,,,,', 'paid', ['warning csv.partial-without-lines 2 status']],
  ])('takes %s for what it says', async (_name, row, outcome, issues) => {
    const records = await rowsOf([row])
    const [decision] = ofKind(records, 'decision')
    expect(decision ? (decision.verdict.denied ? 'denied' : 'paid') : 'undecided').toBe(outcome)
    expect(issuesOf(records)).toEqual(issues)
  })

  it('keeps what a pending claim was paid with the claim, and says so', async () => {
    const records = await rowsOf(['A,2026-01-02,10.00,4.00,Pending,,,,', 'B,2026-01-02,10.00,4.00,Paid,,,,', 'C,2026-01-02,10.00,,Pending,,,,'])
    expect(ofKind(records, 'claim').map(({ extra }) => extra)).toEqual([{ paidWhilePending: '4.00' }, {}, {}])
    expect(ofKind(records, 'issue')).toMatchObject([{ message: expect.stringContaining('is not counted; it stays with the claim (extra.paidWhilePending)') }])
  })

  it('counts no payment of a pending line beside lines that are decided', async () => {
    const mapping = await confirmed('Claim,Line,Charge,Paid,Status\nA,1,10.00,4.00,Paid\n')
    const records = await readCsv('Claim,Line,Charge,Paid,Status\nA,1,10.00,4.00,Paid\nA,2,10.00,3.00,Pending\nA,3,10.00,2.00,Pending\n', { mapping })
    expect(ofKind(records, 'decision')).toMatchObject([{ charge: 3000, paid: 400 }])
    expect(ofKind(records, 'claim')).toMatchObject([{ extra: { paidWhilePending: '5.00' } }])
  })

  it('tells a code that is none, and takes it for the text of the reason', async () => {
    const records = await rowsOf(['A,2026-01-02,10.00,0.00,Denied,No authorization,,,'])
    expect(issuesOf(records)).toEqual(['warning csv.reason-not-a-code 2 carc'])
    expect(ofKind(records, 'decision')[0]).toMatchObject({ reportedReason: 'No authorization', verdict: { denied: true, reason: 'Authorization absent' } })
  })

  it('lists words that are not ours, and quotes none of them in a message', async () => {
    const records = await rowsOf([
      'A,2026-01-02,10.00,0.00,Denied,,Doe Ada owes,,',
      'B,2026-01-02,10.00,1.00,Jane Roe,,,,',
      'C,2026-01-02,10.00,0.00,Rejected,,Doe Ada owes,,',
    ])
    expect(ofKind(records, 'word')).toEqual([
      { kind: 'word', field: 'denialReason', word: 'Doe Ada owes', readAs: null, occurrences: 2 },
      { kind: 'word', field: 'claim.status', word: 'Jane Roe', readAs: null, occurrences: 1 },
      { kind: 'word', field: 'claim.status', word: 'Rejected', readAs: 'denied', occurrences: 1 },
    ])
    expect(
      ofKind(records, 'issue')
        .map(({ message }) => message)
        .join(),
    ).not.toMatch(/Doe|Roe/)
  })
})

describe('a list of lines', () => {
  it('gives a claim with its lines, each decided by itself', async () => {
    const records = await read('lines.csv')
    expect(issuesOf(records)).toEqual([])
    const [first, second] = ofKind(records, 'claim')
    expect(first).toMatchObject({ id: 'L-1', billed: 120050, serviceDate: '2026-02-03', procedureCodes: ['99213', '97110'] })
    expect(first?.lines.map(({ lineNumber, modifiers, units, billed }) => [lineNumber, modifiers, units, billed])).toEqual([
      [1, ['25'], 1, 12000],
      [2, ['GP', '59'], 2, 108050],
    ])
    expect(second?.lines).toHaveLength(2)
    const decisions = ofKind(records, 'decision')
    expect(decisions.map(({ charge, paid, lines }) => [charge, paid, lines.map(({ verdict }) => verdict.carc)])).toEqual([
      [120050, 10000, [null, '197']],
      [21000, 0, ['50', '97']],
    ])
  })

  it('brings rows of a claim together that stand near each other, and refuses those that stand far away', async () => {
    const header = 'Claim,Line,Charge'
    const mixed = await rowsOf(['A,1,1.00', 'B,1,2.00', 'A,2,3.00'], {}, header)
    expect(ofKind(mixed, 'claim').map(({ id, billed, lines }) => [id, billed, lines.length])).toEqual([
      ['B', 200, 1],
      ['A', 400, 2],
    ])
    const apart = await rowsOf(['A,1,1.00', ...Array.from({ length: 1500 }, (_, n) => `B${n},1,2.00`), 'A,2,3.00'], {}, header)
    expect(issuesOf(apart)).toEqual(['rejection csv.rows-apart 1503'])
    expect(ofKind(apart, 'claim').filter(({ id }) => id === 'A')).toMatchObject([{ billed: 100 }])
    expect(ofKind(apart, 'issue')[0]?.content).toBe('Claim,Line,Charge\nA,2,3.00\n')
  })

  it('numbers lines in their order where the numbers are no key', async () => {
    const records = await rowsOf(['A,7,1.00', 'A,7,2.00', 'B,,3.00'], {}, 'Claim,Line,Charge')
    expect(ofKind(records, 'claim').flatMap(({ lines }) => lines.map(({ lineNumber }) => lineNumber))).toEqual([1, 2, 1])
    expect(issuesOf(records)).toEqual(['warning csv.line-numbers 2 lineNumber'])
  })

  it('takes no claim in by half: what is wrong with one row refuses all of its claim', async () => {
    const records = await rowsOf(['A,1,1.00', 'A,2,1e5', 'A,3', 'B,1,2.00'], {}, 'Claim,Line,Charge')
    expect(ofKind(records, 'claim').map(({ id }) => id)).toEqual(['B'])
    expect(ofKind(records, 'issue')).toMatchObject([
      {
        severity: 'rejection',
        code: 'csv.bad-amount',
        message: 'billed in row 3 is not an amount exact to the cent, below a billion dollars; the 3 rows of its claim are not taken in',
        content: 'Claim,Line,Charge\nA,1,1.00\nA,2,1e5\nA,3\n',
        where: { line: 2, field: 'billed' },
      },
    ])
  })

  it('refuses a claim with more rows than a claim can have', async () => {
    const records = await rowsOf([...Array.from({ length: 5001 }, (_, n) => `A,${n + 1},1.00`), 'B,1,2.00'], {}, 'Claim,Line,Charge')
    expect(issuesOf(records)).toEqual(['rejection csv.claim-too-large 2', 'rejection csv.rows-apart 5002'])
    expect(ofKind(records, 'claim').map(({ id }) => id)).toEqual(['B'])
  })
})

describe('a list of denials', () => {
  it('gathers the reasons of a claim; the claim is told in part', async () => {
    const records = await read('denials.csv')
    expect(issuesOf(records)).toEqual([])
    expect(ofKind(records, 'claim').map(({ id, billed, isPart, lines }) => [id, billed, isPart, lines])).toEqual([
      ['D-1', 50000, true, []],
      ['D-2', 9000, true, []],
    ])
    const [partly, whole] = ofKind(records, 'decision')
    expect(partly).toMatchObject({ charge: 50000, paid: 20000, verdict: { denied: false, carc: '151', deniedAmount: 20000 } })
    expect(partly?.adjustments.map(({ carc, amount }) => [carc, amount])).toEqual([
      ['45', 10000],
      ['151', 20000],
    ])
    expect(whole).toMatchObject({ decidedOn: '2026-03-02', verdict: { denied: true, carc: '29' } })
  })

  it('refuses rows of a claim that say different amounts', async () => {
    const records = await rowsOf(['A,2026-01-02,10.00,0.00,,29,,,', 'A,2026-01-02,11.00,0.00,,18,,,'], { rows: 'denial' })
    expect(issuesOf(records)).toEqual(['rejection csv.amounts-differ 2 billed'])
    expect(ofKind(records, 'claim')).toEqual([])
  })
})

describe('what cannot be taken in', () => {
  it.each([
    ['too few cells', 'A,2026-01-02,10.00', 'csv.cell-count 2'],
    ['too many cells', 'A,2026-01-02,10.00,,,,,,,x', 'csv.cell-count 2'],
    ['no claim', ',2026-01-02,10.00,,,,,,', 'csv.no-claim-id 2 claimId'],
    ['no charge', 'A,2026-01-02,,,,,,,', 'csv.bad-amount 2 billed'],
    ['a charge below zero', 'A,2026-01-02,-1.00,,,,,,', 'csv.bad-amount 2 billed'],
    ['an exponent', 'A,2026-01-02,1e5,,,,,,', 'csv.bad-amount 2 billed'],
    ['three decimals', 'A,2026-01-02,1.000,,,,,,', 'csv.bad-amount 2 billed'],
    ['two signs', 'A,2026-01-02,1.00,--3,,,,,', 'csv.bad-amount 2 paid'],
    ['a date of zeros', 'A,0000-00-00,1.00,,,,,,', 'csv.bad-date 2 serviceDate'],
    ['a long id', `${'A'.repeat(501)},2026-01-02,1.00,,,,,,`, 'csv.cell-too-long 2 claimId'],
    ['NUL', 'A,2026-01-02,1.00,,,,\0,,', 'csv.unstorable-text 2'],
    ['a payment that nobody states', 'A,2026-01-02,1.00,,Paid,,,,', 'csv.no-payment-stated 2 paid'],
  ])('%s: the row comes back under its header', async (_name, row, issue) => {
    // The check for binary looks at the beginning of a file: what comes later is a matter of the row.
    const filler = row.includes('\0') ? Array.from({ length: 9000 }, (_, n) => `F${n},,1.00,,,,,,`) : []
    const records = await rowsOf([...filler, row, 'Z,2026-01-02,1.00,,,,,,'])
    const [found] = ofKind(records, 'issue')
    expect(`${found?.code} ${(found?.where.line ?? 0) - filler.length}${found?.where.field ? ` ${found.where.field}` : ''}`).toBe(issue)
    expect(found).toMatchObject({ severity: 'rejection', content: `${HEADER}\n${row}\n` })
    expect(ofKind(records, 'claim').at(-1)?.id).toBe('Z')
  })

  it('leaves a field empty that nothing is computed from', async () => {
    const records = await rowsOf(['A,2026-01-02,10.00,,,,,,00/00/0000'])
    expect(issuesOf(records)).toEqual(['warning csv.field-not-read 2 dateOfBirth'])
    expect(ofKind(records, 'claim')).toMatchObject([{ patient: { dateOfBirth: null } }])
  })

  it('tells a group code that is none; the reason code stays', async () => {
    const records = await readCsv('Claim,Charge,CARC,Group Code,Paid\nA,10.00,197,XX,0.00\nB,10.00,197,PR,0.00\n', {
      mapping: await confirmed('Claim,Charge,CARC,Group Code,Paid\nA,10.00,197,CO,0.00\n'),
    })
    expect(issuesOf(records)).toEqual(['warning csv.field-not-read 2 adjustmentGroup'])
    expect(ofKind(records, 'decision').map(({ adjustments }) => adjustments.map(({ group, carc }) => `${group}-${carc}`))).toEqual([['CO-197'], ['PR-197']])
  })

  it('gives every rejected row back, also when there are very many', async () => {
    const records = await rowsOf(Array.from({ length: 2500 }, (_, n) => `A${n},2026-01-02,x,,,,,,`))
    const rejected = ofKind(records, 'issue')
    expect(rejected).toHaveLength(1001)
    expect(rejected.at(-1)?.message).toBe('1500 more rows were not taken in for this reason (1002 to 2501)')
    const rows = rejected.flatMap(({ content }) => content?.trim().split('\n').slice(1) ?? [])
    expect(new Set(rows).size).toBe(2500)
  })

  it('reads rejected rows that were exported, mended, by the mapping of their table', async () => {
    const header = 'Claim,code,Charge'
    const mapping = await confirmed(`${header}\nA,x,1.00\n`)
    const reason = 'table.csv,"line 2, billed",csv.bad-amount,No amount,Correct it.'
    const headers: (readonly string[])[] = []
    const records: ImportRecord[] = []
    const exported = `file,place,code,reason,remedy,${header}\n${reason},A,x,2.00\n${reason}\n${reason},B,x,1.000\n`
    const columns = (seen: readonly string[]) => (headers.push(seen), mapping)
    for await (const batch of csvImporter.read(chunksOf(exported), { partial: false, columns })) records.push(...batch)
    expect(headers).toEqual([['Claim', 'code', 'Charge']])
    expect(ofKind(records, 'claim')).toMatchObject([{ id: 'A', billed: 200 }])
    expect(ofKind(records, 'issue')).toMatchObject([{ code: 'csv.bad-amount', where: { line: 4 }, content: `${header}\nB,x,1.000\n` }])
  })

  it('says that rejected pieces are no rows of one table', async () => {
    expect(await refusal('file,place,code,reason,remedy,content\na,b,c,d,e,f\n')).toMatch(/rejected pieces, not rows of one table; .*rejects export <import>/)
  })

  it('can be mended and imported by itself', async () => {
    const [issue] = ofKind(await rowsOf(['"A, ""1""",2026-01-02,1e5,,,,,,']), 'issue')
    const mapping = await confirmed(`${HEADER}\nA,2026-01-02,1.00,,,,,,\n`)
    const mended = await readCsv((issue?.content ?? '').replace('1e5', '100000'), { mapping })
    expect(ofKind(mended, 'claim')).toMatchObject([{ id: 'A, "1"', billed: 10_000_000 }])
  })

  it('reads Latin-1 where the text is no UTF-8, and says so once', async () => {
    const mapping = await confirmed('Claim,Charge,Payer\nA,1.00,x\n')
    const records = await readCsv(Buffer.from('Claim,Charge,Payer\nA,1.00,Jos\xe9 \x80\nB,1.00,Ren\xe9e\n', 'latin1'), { mapping })
    expect(ofKind(records, 'payer').map(({ name }) => name)).toEqual(['José €', 'Renée'])
    expect(issuesOf(records)).toEqual(['warning csv.not-utf8 2 payerName'])
    expect(ofKind(await readCsv('Claim,Charge,Payer\nA,1.00,José\n', { mapping }), 'payer')).toMatchObject([{ name: 'José' }])
  })

  it('tells a table without rows', async () => {
    expect(issuesOf(await rowsOf([]))).toEqual(['warning csv.empty'])
  })

  it('refuses a table whose columns nobody has confirmed, and names them', async () => {
    const message = await refusal(fixture('claims.csv'))
    expect(message).toMatch(/^unreadable_file: Nobody has confirmed yet what the columns of this table mean\. Recognized: "Claim #", /)
    expect(message).toMatch(/ and \d+ more, and 1 column that is not recognized\. .*"overturn mapping <file> --confirm", or import with --confirm-mapping\.$/)
    expect(message?.length).toBeLessThan(500)
    expect(await refusal('Claim,Payer,Who\n1,2,3\n')).toMatch(/Missing: billed: a column must tell what was billed\./)
  })

  it('says how to tell the order of dates that the rows do not tell', async () => {
    const message = await refusal('Claim,DOS,Charge\n1,01/05/2026,5.00\n2,03/04/2026,5.00\n')
    expect(message).toMatch(/whether the month or the day is first.*"overturn mapping <file> --dates month-first --confirm"\.$/)
    expect(message).not.toContain('--confirm-mapping')
    expect(await refusal('Claim,DOS,Charge\n1,01/15/2026,5.00\n')).toContain('--confirm-mapping')
  })

  it('quotes only names that are ours of a first line that is partly data', async () => {
    const message = await refusal('Claim,Charge,Doe Ada,Patient Name Roe,1950-01-02\n1,5.00,x,y,z\n')
    expect(message).toContain('Recognized: "Claim", "Charge", Patient name, and 2 columns that are not recognized.')
    expect(message).not.toMatch(/Doe|Roe|1950/)
  })

  it('stays short whatever the columns are called', async () => {
    const message = await refusal(
      `Payer,Plan Status Paid Amount,Patient,DOS,${Array.from({ length: 300 }, (_, n) => `${'Modifier 1 '.repeat(16)}${n}`).join(',')}\n`,
    )
    expect(message?.length).toBeLessThan(500)
  })

  it('quotes nothing of a table that has no line of names', async () => {
    const message = await refusal('Doe,Ada,1950-01-02\nRoe,Ben,1951-02-03\n')
    expect(message).toMatch(/The table has no header row: .* of its 3 columns\. Put a line with the names of the columns above it/)
    expect(message).not.toMatch(/Doe|Ada|1950/)
  })

  it('quotes nothing of names that it does not know', async () => {
    const message = await refusal('Doe,Ada,x\nRoe,Ben,y\n')
    expect(message).toMatch(/names no columns that Overturn knows \(3 columns\)/)
    expect(message).not.toMatch(/Doe|Ada/)
  })

  it('refuses a damaged table as a unit, or keeps what stands before the damage', async () => {
    const mapping = await confirmed('Claim,Charge\nA,1.00\n')
    const text = 'Claim,Charge\nA,1.00\nB,"2.00\nC,3.00\n'
    expect(await refusal(text, false, mapping)).toBe('unreadable_file: Row 3 opens a quote that nothing closes before the end of the file.')
    const records = await readCsv(text, { mapping, partial: true })
    expect(ofKind(records, 'claim').map(({ id }) => id)).toEqual(['A'])
    expect(issuesOf(records)).toEqual(['rejection csv.broken'])
  })

  it('refuses what is no table', async () => {
    expect(await refusal('nothing')).toBe('unreadable_file: The first line has one column only; the names of the columns must stand there (row 1).')
  })
})

describe('any input', () => {
  it.each(['claims.csv', 'lines.csv', 'denials.csv'])('gives the same whatever the chunks: %s', async (name) => {
    const mapping = await confirmed(fixture(name))
    const whole = await readCsv(fixture(name), { mapping, chunk: 1_000_000 })
    for (const chunk of [1, 7, 512]) expect(await readCsv(fixture(name), { mapping, chunk })).toEqual(whole)
  })

  it.each(['claims.csv', 'lines.csv', 'denials.csv', 'synthea/claims.csv', 'synthea/claims_transactions.csv'])(
    'throws nothing but named errors, whatever happened to %s',
    { timeout: 60_000 },
    async (name) => {
      const whole = fixture(name)
      const mapping = name.startsWith('synthea') ? null : await confirmed(whole)
      const mutation = fc.record({ at: fc.nat(whole.length - 1), bytes: fc.uint8Array({ maxLength: 6 }), cut: fc.nat(8) })
      await fc.assert(
        fc.asyncProperty(
          fc.array(mutation, { maxLength: 6 }),
          fc.option(fc.nat(whole.length)),
          fc.boolean(),
          fc.integer({ min: 1, max: 4096 }),
          async (mutations, end, partial, chunk) => {
            let bytes = Buffer.from(whole)
            for (const { at, bytes: added, cut } of mutations) bytes = Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + cut)])
            csvImporter.detect(bytes.subarray(0, 4096), name)
            try {
              await readCsv(bytes.subarray(0, end ?? bytes.length), { mapping, partial, chunk })
            } catch (error) {
              if (!(error instanceof OverturnError)) throw error
            }
          },
        ),
        { numRuns: 150 },
      )
    },
  )

  it('throws nothing but named errors for random bytes', { timeout: 60_000 }, async () => {
    const mapping = await confirmed(`${HEADER}\nA,2026-01-02,1.00,,,,,,\n`)
    const rows = fc.array(fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.string({ maxLength: 60 })), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (parts, withHeader) => {
        const bytes = Buffer.concat([...(withHeader ? [Buffer.from(`${HEADER}\n`)] : []), ...parts.map((part) => Buffer.from(part))])
        csvImporter.detect(bytes, 'x.csv')
        try {
          for await (const batch of csvImporter.read(chunksOf(bytes), { partial: false, columns: () => mapping })) expect(batch).toBeInstanceOf(Array)
        } catch (error) {
          if (!(error instanceof OverturnError)) throw error
        }
      }),
      { numRuns: 300 },
    )
  })

  it('says the same amounts as were written', { timeout: 60_000 }, async () => {
    const cents = fc.integer({ min: 0, max: 9_999_999_999 })
    const id = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `X${text.replace(/[\0\s]/g, '_')}`)
    const claim = fc.record({ id, lines: fc.array(fc.record({ billed: cents, paid: cents }), { minLength: 1, maxLength: 5 }) })
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(claim, { maxLength: 8, selector: ({ id }) => id }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.integer({ min: 1, max: 300 }),
        async (claims, delimiter, chunk) => {
          const header = ['Claim', 'Line', 'Charge', 'Paid', 'Status']
          const rows = claims.flatMap(({ id, lines }) =>
            lines.map(({ billed, paid }, index) => [id, index + 1, decimalText(billed), decimalText(paid), 'paid']),
          )
          const mapping: ColumnMapping = {
            delimiter,
            header,
            fields: { claimId: ['Claim'], lineNumber: ['Line'], billed: ['Charge'], paid: ['Paid'], status: ['Status'] },
            rows: 'line',
            dateFormat: 'month-first',
            amountFormat: 'us',
          }
          const records = await readCsv(stringify([header, ...rows], { delimiter }), { mapping, chunk })
          const total = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0)
          expect(ofKind(records, 'claim').map(({ id, billed, lines }) => [id, billed, lines.map((line) => line.billed)])).toEqual(
            claims.map(({ id, lines }) => [id, total(lines.map(({ billed }) => billed)), lines.map(({ billed }) => billed)]),
          )
          expect(ofKind(records, 'decision').map(({ paid, lines }) => [paid, lines.map((line) => line.paid)])).toEqual(
            claims.map(({ lines }) => [total(lines.map(({ paid }) => paid)), lines.map(({ paid }) => paid)]),
          )
        },
      ),
      { numRuns: 100 },
    )
  })
})
