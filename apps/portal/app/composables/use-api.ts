import { createClient, ProblemError, type operations, type OverturnClient } from '@overturn/client'
import type { FetchError } from 'ofetch'
import type { Problem } from '#shared/types/problem'

/** One reading of the API: what it gave, what went wrong, and the way to try again. Earlier data stays while later data loads. */
export interface ApiRequest<T> {
  readonly data: T | undefined
  readonly problem: Problem | null
  readonly pending: boolean
  refresh(): Promise<void>
}

const UNREACHABLE: Problem = {
  type: 'about:blank',
  title: 'The server does not answer',
  status: 0,
  detail: 'Check that `overturn start` is still running and that this computer reaches it.',
  instance: '',
  code: 'unreachable',
}

/** The API as this browser may use it: the session's cookie goes along, and so does that of the organization. Stops asking when `signal` says so. */
export const apiClient = (signal?: AbortSignal): OverturnClient => createClient('', { fetch: (request) => fetch(request, { signal }) })

/**
 * Reads from the API, `useApi((api) => api.GET('/claims/{id}', …), () => id.value)`, and again whenever what `watched` gives changes: it is all
 * that the reading depends on, in a form that JSON has. What says that it is about to change is read again by itself, with the earlier data in place.
 * A lost session leads to the sign-in and back.
 */
export function useApi<T>(read: (api: OverturnClient) => Promise<{ data?: T }>, watched: () => unknown = () => null): ApiRequest<T> {
  const route = useRoute()
  const session = useSignIn()
  const id = useId()
  const { data, error, status, refresh } = useAsyncData(
    () => `${id} ${JSON.stringify(watched())}`,
    async (_, { signal }) => {
      try {
        return (await read(apiClient(signal))).data
      } catch (cause) {
        if (problemOf(cause).status === 401) await session.expired(route.fullPath)
        throw cause
      }
    },
    { lazy: true, deep: false },
  )
  const isFollowed = ref(false)
  const following = untilCounted(async () => {
    isFollowed.value = true
    await refresh().finally(() => (isFollowed.value = false))
  })
  watch(data, following.next, { immediate: true })
  onScopeDispose(following.stop)
  return {
    get data() {
      return data.value as T | undefined
    },
    get problem() {
      // What was thrown, as Nuxt keeps it.
      return error.value ? problemOf(error.value.cause) : null
    },
    get pending() {
      return status.value === 'pending' && !isFollowed.value
    },
    refresh: () => refresh(),
  }
}

/** The query of an operation from values of the address: whatever somebody typed there, which the server checks. What is empty is left out. */
export function queryOf<Id extends keyof operations>(values: { [Name in keyof QueryOf<Id>]?: string }): QueryOf<Id> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as QueryOf<Id>
}
type QueryOf<Id extends keyof operations> = NonNullable<operations[Id]['parameters']['query']>

/** The problem behind a failed request; an answer that is none of ours came from something in between. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  const { data: body, statusCode } = (error ?? {}) as Partial<FetchError<unknown>>
  if (typeof body === 'object' && body !== null && 'detail' in body && 'title' in body) return body as Problem
  return statusCode ? { ...UNREACHABLE, status: statusCode, detail: `Something between here and Overturn answered with status ${statusCode}.` } : UNREACHABLE
}
