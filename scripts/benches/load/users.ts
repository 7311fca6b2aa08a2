import { setTimeout as sleep } from 'node:timers/promises'

/** One answer: what was asked, whether it was a success, and the milliseconds to its last byte. */
export interface Asked {
  kind: string
  status: number
  ms: number
}

/** What a user may ask next, and how often of a hundred times. */
export interface Question {
  kind: string
  share: number
  path(random: () => number): string
}

/** Users who ask once a second each, whether or not the last answer was there: a slow server is not asked less. Every answer, in the order of arrival. */
export async function askAsUsers(
  ask: (path: string, user: number) => Promise<number>,
  questions: readonly Question[],
  { users, seconds }: { users: number; seconds: number },
): Promise<Asked[]> {
  const answers: Asked[] = []
  const one = async (user: number, random: () => number) => {
    const { kind, path } = choose(questions, random())
    const since = performance.now()
    const status = await ask(path(random), user).catch(() => 0)
    answers.push({ kind, status, ms: performance.now() - since })
  }
  const start = performance.now()
  await Promise.all(
    Array.from({ length: users }, async (_, user) => {
      const random = randomOf(user + 1)
      const waiting: Promise<void>[] = []
      for (let second = 0; second < seconds; second++) {
        // Spread over the second, as people are.
        const due = start + (second + user / users) * 1000
        await sleep(Math.max(0, due - performance.now()))
        waiting.push(one(user, random))
      }
      await Promise.all(waiting)
    }),
  )
  return answers
}

function choose(questions: readonly Question[], at: number): Question {
  let left = at * questions.reduce((sum, { share }) => sum + share, 0)
  return questions.find(({ share }) => (left -= share) < 0) ?? questions[0]!
}

/** The same choices at every run (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
