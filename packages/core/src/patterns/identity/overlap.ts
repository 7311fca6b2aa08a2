import { deniedInScope } from '../mining/count-scope.ts'
import type { Sample } from '../mining/sample.ts'
import { scopeKeyOf, type Condition } from '../scope/condition.ts'
import type { Overlap } from './rules.ts'

interface Scoped {
  reason: string
  scope: readonly Condition[]
}

/** Denied claims of two scopes of one reason and of both, on the claims of the sample. Each scope is looked for once. */
export function overlapsIn(sample: Sample): (found: Scoped, known: Scoped) => Overlap {
  const counted = new Map<string, ReturnType<typeof deniedInScope>>()
  const denied = (reason: string, scope: readonly Condition[]) => {
    const key = scopeKeyOf(reason, scope)
    const counts = counted.get(key) ?? deniedInScope(sample, reason, scope)
    counted.set(key, counts)
    return counts
  }
  return ({ reason, scope: found }, { scope: known }) => {
    const [a, b] = [denied(reason, found), denied(reason, known)]
    const overlap = { found: 0, known: 0, both: 0 }
    a.forEach((count, at) => {
      overlap.found += count
      overlap.known += b[at]!
      overlap.both += Math.min(count, b[at]!)
    })
    return overlap
  }
}
