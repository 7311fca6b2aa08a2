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

/** GET of an API path, again whenever path or query change. A lost session leads to the sign-in and back. */
export function useApi<T>(path: () => string, query: () => Record<string, string | number | undefined> = () => ({})): ApiRequest<T> {
  const route = useRoute()
  const session = useSignIn()
  const { data, error, status, refresh } = useFetch(path, {
    query: computed(query),
    lazy: true,
    deep: false,
    retry: 0,
    onResponseError: async ({ response }) => {
      if (response.status === 401) await session.expired(route.fullPath)
    },
  })
  return {
    get data() {
      return data.value as T | undefined
    },
    get problem() {
      return error.value ? problemOf(error.value) : null
    },
    get pending() {
      return status.value === 'pending'
    },
    refresh: () => refresh(),
  }
}

/** The problem behind a failed request; an answer that is none of ours came from something in between. */
export function problemOf(error: { data?: unknown; statusCode?: number }): Problem {
  const body = error.data
  if (typeof body === 'object' && body !== null && 'detail' in body && 'title' in body) return body as Problem
  return error.statusCode
    ? { ...UNREACHABLE, status: error.statusCode, detail: `Something between here and Overturn answered with status ${error.statusCode}.` }
    : UNREACHABLE
}
