import { describe, expect, it } from 'vitest'
import { formProblems } from '../../app/utils/form-problems.ts'

const detail = 'The request is not valid.'
const days = { field: 'days', message: 'must be at most 365' }
const role = { field: 'role', message: 'is not known' }

describe('what is wrong with a form', () => {
  it('stands with the field that it is about', () => {
    expect(formProblems({ detail, fields: [days] }, ['days', 'name'])).toEqual({ errors: { days: 'This must be at most 365.' }, problem: '' })
  })

  it('stands with the form, by its name, where the form does not show that field', () => {
    expect(formProblems({ detail, fields: [days, role] }, ['days'])).toEqual({ errors: { days: 'This must be at most 365.' }, problem: 'role: is not known' })
    expect(formProblems({ detail, fields: [days, role] }, [])).toEqual({ errors: {}, problem: 'days: must be at most 365; role: is not known' })
  })

  it('is what the answer says where it names no field', () => {
    expect(formProblems({ detail }, ['days'])).toEqual({ errors: {}, problem: detail })
    expect(formProblems({ detail, fields: [] }, ['days'])).toEqual({ errors: {}, problem: detail })
  })
})
