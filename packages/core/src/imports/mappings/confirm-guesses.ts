import type { Context } from '../../context.ts'
import { OverturnError } from '../../errors.ts'
import { listSources } from '../sources/list.ts'
import { guessedMapping } from './guessed.ts'
import { sampleOf } from './sample.ts'
import { savedMappings, saveMapping } from './saved.ts'
import type { GuessedMapping } from './schemas.ts'

/**
 * For an import that is told to confirm by itself: the mappings of those tables among the files that nobody has confirmed yet, guessed and
 * saved. Only a guess without doubts is: one that is unsure of a column, lacks one, or passes one over that is called like ours, is left for a person, and the import refuses the file.
 */
export async function confirmGuesses(context: Context, paths: readonly string[]): Promise<GuessedMapping[]> {
  const confirmed: GuessedMapping[] = []
  for (const source of await listSources(paths)) {
    const sample = await sampleOf(source).catch((error: unknown) => {
      if (error instanceof OverturnError) return null
      throw error
    })
    if (!sample) continue
    const guess = guessedMapping(sample, {}, (await savedMappings(context))(sample.table.header))
    const isDoubtful = guess.misnamed.length > 0 || guess.guesses.some(({ confidence }) => confidence === 'unsure')
    if (guess.confirmed || guess.problems.length > 0 || isDoubtful) continue
    await saveMapping(context, guess.file, guess.mapping)
    confirmed.push(guess)
  }
  return confirmed
}
