import type { OperationName } from '@overturn/core/access/table'

/** What whoever is signed in may do here, by the names of the operations; the server checks it again. Nothing until it is known. */
export function useMay() {
  const session = useApi((api) => api.GET('/me'))
  const allowed = computed(() => new Set<string>(session.data?.operations))
  return {
    may: (operation: OperationName) => allowed.value.has(operation),
    session: computed(() => session.data),
  }
}
