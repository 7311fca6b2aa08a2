import { basename, relative } from 'node:path'
import { isNothingTaken } from '@overturn/core/imports/nothing-taken'
import type { FileResult } from '@overturn/core/imports/run'
import type { Taken } from '@overturn/core/imports/watch/run'
import { count, counted } from './format.ts'

/** What became of a file of the inbox and where it is now, on one line. */
export function takenText(folder: string, { file, movedTo, results, problem }: Taken): string {
  const where = movedTo === null ? 'stays where it is' : `now ${relative(folder, movedTo)}`
  return `${basename(file)}: ${(problem ?? outcomeText(results)).replace(/\.$/, '')}; ${where}.`
}

function outcomeText(results: readonly FileResult[]): string {
  const refused = results.filter(({ outcome }) => outcome === 'refused').length
  if (refused > 0 && refused === results.length) return refused === 1 ? 'refused' : `all ${count(refused)} files in it refused`
  const read = results.filter(({ outcome }) => outcome !== 'refused')
  const sum = (numberOf: (result: FileResult) => number) => read.reduce((total, result) => total + numberOf(result), 0)
  const rejections = sum(({ rejected }) => rejected.length)
  const taken = [
    counted(
      sum(({ merged }) => merged?.newClaims ?? 0),
      'new claim',
    ),
    counted(
      sum(({ merged }) => merged?.decisions ?? 0),
      'decision',
    ),
  ]
  return [
    ...(read.every(isNothingTaken) ? ['nothing taken in'] : taken),
    ...(rejections > 0 ? [counted(rejections, 'rejection')] : []),
    ...(refused > 0 ? [`${count(refused)} of ${count(results.length)} files in it refused`] : []),
  ].join(', ')
}
