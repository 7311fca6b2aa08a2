import { describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { useSubmit } from '../../app/composables/use-submit.ts'
import { formProblems } from '../../app/utils/form-problems.ts'

// Nuxt gives these to every file by their names.
vi.stubGlobal('ref', ref)
vi.stubGlobal('formProblems', formProblems)
vi.stubGlobal('problemOf', (problem: unknown) => problem)

describe('a form that is sent', () => {
  it('is sent once, however often somebody presses the button meanwhile', async () => {
    const { busy, submit } = useSubmit()
    const { promise, resolve } = Promise.withResolvers<void>()
    const work = vi.fn<() => Promise<void>>(() => promise)
    const first = submit(work)
    expect(busy.value).toBe(true)
    expect(await submit(work)).toBe(false)
    resolve()
    expect(await first).toBe(true)
    expect(work).toHaveBeenCalledTimes(1)
    expect(busy.value).toBe(false)
    expect(await submit(work)).toBe(true)
  })

  it('says what was wrong until it is sent again', async () => {
    const { problem, errors, submit } = useSubmit(['days'])
    const refused = { detail: 'The request is not valid.', fields: [{ field: 'days', message: 'must be at most 365' }] }
    expect(await submit(() => Promise.reject(refused))).toBe(false)
    expect(errors.value).toEqual({ days: 'This must be at most 365.' })
    expect(problem.value).toBe('')
    expect(await submit(() => Promise.resolve())).toBe(true)
    expect(errors.value).toEqual({})
  })
})
