import type { OperationName } from '@overturn/core/access/table'
import type { NuxtApp } from '#app'

/** Asked once for all that is on the screen, and kept until somebody signs out or the page is loaded anew. */
const ask = async () => (await apiClient().GET('/me')).data
const kept = (key: string, { payload }: NuxtApp) => payload.data[key] as Awaited<ReturnType<typeof ask>>

/** What whoever is signed in may do here, by the names of the operations; the server checks it again. Nothing until it is known. */
export function useMay() {
  const { data } = useAsyncData('me', ask, { lazy: true, deep: false, dedupe: 'defer', getCachedData: kept })
  const allowed = computed(() => new Set<string>(data.value?.operations))
  return {
    may: (operation: OperationName) => allowed.value.has(operation),
    session: computed(() => data.value),
  }
}
