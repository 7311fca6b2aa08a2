import { describe, expect, it } from 'vitest'
import { explain, rejectedClaim } from '../../../src/imports/reconcile/rules.ts'

describe('why a payment differs', () => {
  it.each([
    [{ difference: 0, unreadable: 2, imbalance: 500 }, 'balanced'],
    [{ difference: 1000, unreadable: 1, imbalance: 1000 }, 'not_read'],
    [{ difference: -1000, unreadable: 0, imbalance: -1000 }, 'claim_payments'],
    [{ difference: 1000, unreadable: 0, imbalance: 0 }, 'payer'],
    [{ difference: 1000, unreadable: 0, imbalance: -1000 }, 'payer'],
  ] as const)('%o: %s', (payment, explanation) => expect(explain(payment)).toBe(explanation))
})

describe('what a rejected claim payment would have paid', () => {
  it.each([
    ['ISA*00*:~', 'A*1*100*80.50*0*12~', '*', 8050],
    ['ISA*00*:~', 'A*22*-100*-80~', '*', -8000],
    ['ST|835|0001!', 'A|1|100|80!', '|', 8000],
    ['GS*HP*S*R*20260415*1200*7*X*005010X221A1', 'A*1*100*81', '*', 8100],
    ['ISA*00*:~', 'A*1*100*8O*0~', '*', null],
    ['ISA*00*:~', 'A*1*100*1e5*0~', '*', null],
    ['ISA*00*:~', 'A*1*100**0~', '*', null],
    ['ISA*00*:~', 'A*1~', '*', null],
    ['ISA*00*:~', null, '*', null],
    ['', '', '', null],
  ] as const)('%s %s', (head, segment, separator, amount) => expect(rejectedClaim({ head, segment, separator })?.paid ?? null).toBe(amount))

  it('tells control number and charge, each where it can be read', () => {
    const head = 'ISA*00*:~'
    expect(rejectedClaim({ head, segment: 'A-1*1*1e5*70*0~', separator: '*' })).toEqual({ controlNumber: 'A-1', charge: null, paid: 7000 })
    expect(rejectedClaim({ head, segment: '0*1*100.5~', separator: '*' })).toEqual({ controlNumber: null, charge: 10050, paid: null })
    expect(rejectedClaim({ head: null, segment: null, separator: null })).toBeNull()
  })
})
