/**
 * Asks once for all who want to know: while the answer is awaited, and for `ms` after it came, also where it is an error. `now` in milliseconds, of any
 * clock.
 */
export function sharedAnswer<T>(ask: () => Promise<T>, ms: number, now = () => performance.now()): () => Promise<T> {
  let answer: Promise<T> | undefined
  let until = 0
  return () => {
    if (answer !== undefined && now() < until) return answer
    const keep = () => void (until = now() + ms)
    until = Infinity
    answer = ask()
    answer.then(keep, keep)
    return answer
  }
}
