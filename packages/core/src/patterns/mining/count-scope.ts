import type { Condition } from '../scope/condition.ts'
import type { ScopeCounts } from './finding.ts'
import { countOf, type Rows } from './rows.ts'
import type { Sample } from './sample.ts'

/** Which part of the sample: the later one, the earlier one, or (undefined) both. */
interface Part {
  later?: boolean
}

/** Counts of a scope: over all claims of the sample, or those of its later or its earlier part only. It says of a claim what scope/meets.ts says. */
export function countScope(sample: Sample, reason: string, scope: readonly Condition[], part: Part = {}): ScopeCounts {
  const inScope = linesInScope(sample, scope)
  const kinds = sample.kinds.rows
  const counts = { population: 0, denied: 0, restPopulation: 0, restDenied: 0 }
  const isIn = new Uint8Array(sample.early.length)
  for (let kind = 0; kind < isIn.length; kind++) {
    isIn[kind] = hasOne(kinds, kind, inScope) ? 1 : 0
    const claims = of(part, sample.early.at(kind), sample.later.at(kind))
    if (isIn[kind] === 1) counts.population += claims
    else counts.restPopulation += claims
  }
  const denials = sample.denials.get(reason)
  if (!denials) return counts
  const lines = denials.lines.rows
  for (let index = 0; index < denials.kinds.length; index++) {
    const claims = of(part, denials.early.at(index), denials.later.at(index))
    if (isIn[denials.kinds.at(index)] === 0) counts.restDenied += claims
    else if (hasOne(lines, index, inScope)) counts.denied += claims
  }
  return counts
}

/** For each group of claims denied for the reason, how many of them are denied in the scope. */
export function deniedInScope(sample: Sample, reason: string, scope: readonly Condition[]): number[] {
  const denials = sample.denials.get(reason)
  if (!denials) return []
  const inScope = linesInScope(sample, scope)
  const lines = denials.lines.rows
  return Array.from({ length: denials.kinds.length }, (_, index) => (hasOne(lines, index, inScope) ? denials.early.at(index) + denials.later.at(index) : 0))
}

const of = ({ later }: Part, early: number, late: number) => (later === true ? 0 : early) + (later === false ? 0 : late)

function hasOne({ starts, values }: Rows, row: number, isAsked: Uint8Array): boolean {
  for (let at = starts[row]!; at < starts[row + 1]!; at++) if (isAsked[values[at]!] === 1) return true
  return false
}

/** 1 for each line that meets every condition. */
function linesInScope({ items, claimParts, lineParts, lines }: Sample, scope: readonly Condition[]): Uint8Array {
  const parts = lines.rows.values
  const inScope = new Uint8Array(lines.length).fill(1)
  for (const condition of scope) {
    const isMet = Uint8Array.from(items.conditions, (encoded) => (implies(encoded, condition) ? 1 : 0))
    const byClaim = rowsWith(claimParts.rows, isMet)
    const byLine = rowsWith(lineParts.rows, isMet)
    const wanted = condition.op !== 'not' && condition.op !== 'lacks' ? 1 : 0
    for (let line = 0; line < inScope.length; line++) if ((byClaim[parts[2 * line]!]! | byLine[parts[2 * line + 1]!]!) !== wanted) inScope[line] = 0
  }
  return inScope
}

/** 1 for each row with a value that is asked for. */
function rowsWith(rows: Rows, isAsked: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: countOf(rows) }, (_, row) => (hasOne(rows, row, isAsked) ? 1 : 0))
}

/** Whether a line that meets the encoded condition says what the other one asks for, or denies. */
function implies(encoded: Condition, { field, op, value }: Condition): boolean {
  if (encoded.field !== field) return false
  switch (op) {
    case 'is':
    case 'not':
      return encoded.value === value && (encoded.op === 'is' || field === 'modifier')
    case 'has':
    case 'lacks':
      return encoded.value === value && encoded.op === (field === 'modifier' || field.startsWith('procedure') ? 'has' : 'is')
    case 'startsWith':
      return String(encoded.value).startsWith(String(value)) && (encoded.op === 'is' || field === 'modifier')
    case 'above':
      return encoded.op === 'above' && Number(encoded.value) >= Number(value)
  }
}
