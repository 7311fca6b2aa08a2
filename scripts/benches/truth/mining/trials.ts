import type { Trial } from '../trial.ts'
import { plantedTrial } from './planted.ts'
import { shuffledTrial } from './shuffled.ts'
import { weakTrial } from './weak.ts'

export const miningTrials: readonly Trial[] = [shuffledTrial, plantedTrial, weakTrial]
