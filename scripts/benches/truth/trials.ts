import { changeTrials } from './change.ts'
import { impactTrials } from './impact.ts'
import { sizeTrials } from './mining-at-size.ts'
import { miningTrials } from './mining/trials.ts'
import type { Trial } from './trial.ts'

/** In the order of docs/evidence.md: what is said of patterns, then of change, then of what came of acting. */
export const trials: readonly Trial[] = [...miningTrials, ...sizeTrials, ...changeTrials, ...impactTrials]
