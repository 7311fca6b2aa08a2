import type { OverturnClient } from '@overturn/client'
import { vi } from 'vitest'

/** Ends when everything that earlier tests imported, changed and took back is computed: until then numbers of one moment are not those of the next. */
export async function everythingComputed(api: OverturnClient): Promise<void> {
  const asked = new Date().toISOString()
  await api.POST('/jobs/{job}/run', { params: { path: { job: 'refresh' } } })
  await vi.waitFor(
    async () => {
      const { runs } = (await api.GET('/jobs/runs', { params: { query: { limit: 20 } } })).data!
      const isDone = runs.some(({ job, state, startedAt }) => job === 'refresh' && state === 'complete' && startedAt >= asked)
      if (!isDone || runs.some(({ state }) => state === 'running')) throw new Error('The refresh that was asked for has not ended yet.')
    },
    { timeout: 100_000, interval: 500 },
  )
}
