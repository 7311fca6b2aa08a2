import type { Pattern } from '@overturn/core/patterns/schemas'
import { conditionValue } from '@overturn/core/patterns/scope/condition'

/** What was done about a pattern, and what changed: of its own rate, and of its reason at the payers that it concerns. */
export function usePatternWork(pattern: () => Pick<Pattern, 'id' | 'scope' | 'denialReason'> | undefined) {
  const nobody = Promise.resolve({ data: undefined })
  const work = useApi(
    (api) => {
      const id = pattern()?.id
      return id === undefined ? nobody : api.GET('/patterns/{patternId}/actions', { params: { path: { patternId: id } } })
    },
    () => pattern()?.id,
  )
  const own = useApi(
    (api) => {
      const known = pattern()
      return known && known.scope.length > 0 ? api.GET('/changes', { params: { query: { pattern: known.id, limit: 5 } } }) : nobody
    },
    () => pattern()?.id,
  )
  const atPayers = useApi(
    (api) => {
      const known = pattern()
      const payer = known && conditionValue(known.scope, 'payer')
      if (!known?.denialReason || (known.scope.length > 0 && payer === null)) return nobody
      return api.GET('/changes', { params: { query: { reason: known.denialReason, ...(payer && { payer }), limit: 5 } } })
    },
    () => pattern()?.id,
  )
  return {
    work,
    actions: computed(() => work.data?.actions ?? []),
    statusChanges: computed(() => work.data?.statusChanges ?? []),
    changes: computed(() => [...(own.data?.changes ?? []), ...(atPayers.data?.changes ?? [])]),
  }
}
