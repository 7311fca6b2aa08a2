import type { Found } from '@overturn/core/search/schemas'

const PAUSE_MS = 180
const SHORTEST = 2

/** Searches as one types: after a short pause, and never showing the answer to an earlier word. Earlier results stay until the next ones are here. */
export function useSearch(query: Ref<string>) {
  const found = shallowRef<Found | null>(null)
  const problem = ref('')
  const pending = ref(false)
  let asking = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(sought: string, { signal }: AbortController): Promise<void> {
    try {
      const { data } = await apiClient(signal).POST('/search', { body: { query: sought } })
      if (signal.aborted) return
      found.value = data ?? null
      problem.value = ''
    } catch (cause) {
      if (signal.aborted) return
      found.value = null
      problem.value = problemOf(cause).detail
    }
    pending.value = false
  }

  function stop(): void {
    clearTimeout(timer)
    asking.abort()
  }

  watch(query, (text) => {
    stop()
    const sought = text.trim()
    pending.value = sought.length >= SHORTEST
    if (!pending.value) {
      found.value = null
      problem.value = ''
      return
    }
    const begun = (asking = new AbortController())
    timer = setTimeout(() => void ask(sought, begun), PAUSE_MS)
  })
  onScopeDispose(stop)
  return { found, problem, pending }
}
