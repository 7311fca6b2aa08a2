import { describe, expect, it } from 'vitest'
import { procedureGroups } from '../../src/codes/groups.ts'
import { scopeFields, scopeOps, type Condition, type ScopeField, type ScopeOp } from '../../src/patterns/scope/condition.ts'
import { scopeSentence } from '../../src/patterns/sentence.ts'

const names = { payer: (id: string) => (id === 'north' ? 'Northfield Health' : id), provider: (id: string) => (id === 'DR1' ? 'Dana Invented' : id) }
const where = (...parts: [ScopeField, ScopeOp, string | number][]): Condition[] => parts.map(([field, op, value]) => ({ field, op, value }))

describe('the sentence of a scope', () => {
  it.each<[Condition[], string]>([
    [
      where(['modifier', 'lacks', '25'], ['procedureGroup', 'has', 'procedure'], ['procedureCode', 'is', '99213'], ['payer', 'is', 'north']),
      'Northfield Health denies 99213 with a same-day procedure when modifier 25 is missing',
    ],
    [where(['payer', 'is', 'north'], ['daysToSubmission', 'above', 30]), 'Northfield Health denies claims submitted more than 30 days after the service'],
    [where(['payer', 'is', 'PAY-9'], ['procedureCode', 'is', '90837'], ['placeOfService', 'is', '10']), 'PAY-9 denies 90837 at place of service 10'],
    [where(['procedureCode', 'is', '93000'], ['diagnosis', 'startsWith', 'Z00']), 'Payers deny 93000 with a diagnosis of Z00'],
    [where(['procedureGroup', 'is', 'office-visit'], ['diagnosis', 'startsWith', 'M']), 'Payers deny office visits with a diagnosis that begins with M'],
    [where(['provider', 'is', 'DR1'], ['claimType', 'is', 'professional']), 'Payers deny professional claims of Dana Invented'],
    [where(['procedureGroup', 'is', 'imaging'], ['claimType', 'is', 'institutional']), 'Payers deny imaging on institutional claims'],
    [where(['procedureCode', 'is', '99213'], ['procedureGroup', 'is', 'office-visit']), 'Payers deny 99213 where procedureGroup is office-visit'],
    [where(['payer', 'not', 'north']), 'Payers deny claims where payer is not north'],
  ])('%j', (scope, expected) => {
    expect(scopeSentence(scope, names)).toBe(expected)
  })

  it('says every condition there is, whatever the order', () => {
    for (const field of scopeFields)
      for (const op of scopeOps) {
        const value = field === 'procedureGroup' ? 'dental' : '77'
        const scope = where([field, op, value], ['placeOfService', 'is', '11'])
        expect(scopeSentence(scope, names)).toMatch(field === 'procedureGroup' ? /dental/ : /77/)
        expect(scopeSentence(scope.toReversed(), names)).toBe(scopeSentence(scope, names))
      }
    for (const group of procedureGroups) expect(scopeSentence(where(['procedureGroup', 'has', group]), names)).toMatch(/with a same-day [a-z ]+$/)
  })
})
