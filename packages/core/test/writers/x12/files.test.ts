import { describe, expect, it } from 'vitest'
import { parseCents } from '../../../src/money.ts'
import { GROUP, written } from '../written.ts'

/** The text of the files taken apart by hand: what a program that knows nothing of ours would check. */
const { files, truth } = await written('x12')
const segments = (text: string) =>
  text
    .split('~\n')
    .filter(Boolean)
    .map((one) => one.split('*'))
const remittances = [...files].filter(([name]) => name.startsWith('remittances/'))
const claims = [...files].filter(([name]) => name.startsWith('claims/'))

/** ST to SE of a file. */
function transactions(text: string): string[][][] {
  const found: string[][][] = []
  for (const one of segments(text)) {
    if (one[0] === 'ST') found.push([])
    if (!['ISA', 'GS', 'GE', 'IEA'].includes(one[0]!)) found.at(-1)!.push(one)
  }
  return found
}

describe('every file', () => {
  it('is named by type or payer, and month', () => {
    expect(claims.every(([name]) => /^claims\/837P-\d{4}-\d{2}\.edi$/.test(name))).toBe(true)
    expect(remittances.every(([name]) => /^remittances\/835-[a-z-]+-\d{4}-\d{2}\.edi$/.test(name))).toBe(true)
    expect(claims.length).toBeGreaterThanOrEqual(GROUP.months)
  })

  it('has an envelope whose counts and control numbers agree, and numbers of its own', () => {
    const numbers = new Set<string>()
    for (const [, text] of files) {
      expect(text.indexOf('~')).toBe(105)
      const all = segments(text)
      const [isa, gs] = [all[0]!, all[1]!]
      const [ge, iea] = [all.at(-2)!, all.at(-1)!]
      expect([iea[2], ge[2]]).toEqual([isa[13], gs[6]])
      expect([iea[1], ge[1]]).toEqual(['1', String(transactions(text).length)])
      numbers.add(isa[13]!)
      const controls = transactions(text).map((transaction) => {
        const [st, se] = [transaction[0]!, transaction.at(-1)!]
        expect(se).toEqual(['SE', String(transaction.length), st[2]])
        return st[2]
      })
      expect(new Set(controls).size).toBe(controls.length)
    }
    expect(numbers.size).toBe(files.size)
  })
})

describe('remittances', () => {
  it('balance: lines, claims and payments, to the cent', () => {
    let payments = 0
    for (const [, text] of remittances) {
      for (const transaction of transactions(text)) {
        const [bpr] = transaction.filter(([id]) => id === 'BPR')
        let sum = 0
        let rest: { claim: number; line: number } | null = null
        const settle = () => rest && expect(rest).toEqual({ claim: 0, line: 0 })
        for (const [id, ...elements] of transaction) {
          const amount = (index: number) => parseCents(elements[index] ?? '')!
          if (id === 'CLP') {
            settle()
            sum += amount(3)
            rest = { claim: amount(2) - amount(3), line: 0 }
          }
          if (id === 'SVC') {
            expect(rest!.line).toBe(0)
            rest!.line = amount(1) - amount(2)
          }
          if (id === 'CAS')
            for (let at = 2; at < elements.length; at += 3) {
              rest!.claim -= amount(at)
              rest!.line -= amount(at)
            }
          if (id === 'PLB') for (let at = 3; at < elements.length; at += 2) sum -= amount(at)
        }
        settle()
        expect(sum).toBe(parseCents(bpr![2]!))
        payments += sum
      }
    }
    expect(payments).toBe(parseCents(truth.cash.remitted!))
  })

  it('hold reversals, secondary payments, predeterminations and provider level adjustments', () => {
    const all = remittances.flatMap(([, text]) => segments(text))
    expect(new Set(all.filter(([id]) => id === 'CLP').map((clp) => clp[2]))).toEqual(new Set(['1', '2', '4', '19', '22', '25']))
    expect(all.filter(([id]) => id === 'PLB').flatMap((plb) => plb.filter((_, index) => index >= 3 && index % 2 === 1)).length).toBe(
      truth.providerLevelAdjustments,
    )
  })
})

describe('claims', () => {
  it('stand in numbered levels, one subscriber each, under their billing provider', () => {
    for (const [, text] of claims) {
      for (const transaction of transactions(text)) {
        const levels = transaction.filter(([id]) => id === 'HL')
        expect(levels.map((hl) => hl[1])).toEqual(levels.map((_, index) => String(index + 1)))
        expect(levels.slice(1).every(([, , parent, level]) => parent === '1' && level === '22')).toBe(true)
        expect(transaction.filter(([id]) => id === 'CLM').length).toBe(levels.length - 1)
      }
    }
  })

  it('ask for a predetermination by CLM19', () => {
    const asked = claims.flatMap(([, text]) => segments(text)).filter(([id, ...rest]) => id === 'CLM' && rest[18] === 'PB')
    expect(asked.length).toBe(truth.predeterminations)
  })
})
