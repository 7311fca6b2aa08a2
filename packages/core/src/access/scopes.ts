import type { Operation } from '../operation.ts'
import { accessTable, type OperationName } from './table.ts'

/** All that the role of a token may. */
export const EVERYTHING = '*'

/** What gives somebody access: a token that could do it would outlive its own end. */
const ONLY_PEOPLE: ReadonlySet<OperationName> = new Set<OperationName>(['members.invite', 'members.changeRole', 'tokens.create'])

/** The areas of the operations: what stands before the first dot of their names. */
export const areas: readonly string[] = [...new Set(Object.keys(accessTable).map((name) => name.slice(0, name.indexOf('.'))))].sort()

/** Every scope there is: `*`, and for each area `area.read` and `area.write`. */
export const scopes: readonly string[] = [EVERYTHING, ...areas.flatMap((area) => [`${area}.read`, `${area}.write`])]

/** The scope that an operation asks for: `claims.list` is a read of `claims`. */
export const scopeOf = ({ name, kind }: Pick<Operation, 'name' | 'kind'>) => `${name.slice(0, name.indexOf('.'))}.${kind}`

/** Why a token may not call it, in words. */
export function outOfScope(operation: Pick<Operation, 'name' | 'kind'>): string {
  if (ONLY_PEOPLE.has(operation.name)) return `A token may not do this: ${operation.name} gives somebody access, and is for people who have signed in.`
  return `This token may not do this: ${operation.name} needs the scope ${scopeOf(operation)}.`
}

/** Whether a token with these scopes may call it, as far as its role may. */
export function isInScope(operation: Pick<Operation, 'name' | 'kind'>, granted: readonly string[]): boolean {
  if (ONLY_PEOPLE.has(operation.name)) return false
  return granted.includes(EVERYTHING) || granted.includes(scopeOf(operation))
}
