import { setImmediate as breathe } from 'node:timers/promises'

/** Milliseconds for which nobody else is served. */
const BREATH_MS = 5

/** Runs arithmetic that takes long a few milliseconds at a time; it yields wherever it may be interrupted. Whoever asks meanwhile is served in between. */
export async function inBreaths<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const began = performance.now()
    do {
      const step = steps.next()
      if (step.done) return step.value
    } while (performance.now() - began < BREATH_MS)
    await breathe()
  }
}

/** Runs it at one go. */
export function atOnce<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
