import { fsrs, Rating, type Card, type Grade } from 'ts-fsrs'

export interface PracticeCard {
  dueAt: Date
  stability: number
  difficulty: number
  state: number
  learningStep: number
  scheduledDays: number
  reviews: number
  lapses: number
  lastReviewAt: Date
}

export const ratings = ['again', 'hard', 'good'] as const
export type PracticeRating = (typeof ratings)[number]
const GRADES: Record<PracticeRating, Grade> = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good }

/** Runs without a hint after which a right answer is no longer remembered but found out. */
const KNOWN_WITHIN = 2

/**
 * What a case says of what is remembered: wrong is `again`; right after a hint or more than two runs `hard`; right otherwise `good`. Never "easy": an answer
 * at once cannot be told from one that was looked up a minute before.
 */
export function ratingOf({ correct, attempts, hintsTaken }: { correct: boolean; attempts: number; hintsTaken: number }): PracticeRating {
  if (!correct) return 'again'
  return hintsTaken > 0 || attempts > KNOWN_WITHIN ? 'hard' : 'good'
}

/** FSRS with its published parameters: met again when the chance of remembering has fallen to 90 %, in whole days, within a year. */
const scheduler = fsrs({ request_retention: 0.9, maximum_interval: 365, enable_fuzz: false, enable_short_term: false })

/** The card after a review; null before the first one. */
export function reviewed(card: PracticeCard | null, rating: PracticeRating, now: Date): PracticeCard {
  const { card: next } = scheduler.next(card === null ? newCard(now) : cardOf(card), now, GRADES[rating])
  return {
    dueAt: next.due,
    stability: next.stability,
    difficulty: next.difficulty,
    state: next.state,
    learningStep: next.learning_steps,
    scheduledDays: next.scheduled_days,
    reviews: next.reps,
    lapses: next.lapses,
    lastReviewAt: now,
  }
}

const newCard = (now: Date): Card => ({
  due: now,
  stability: 0,
  difficulty: 0,
  elapsed_days: 0,
  scheduled_days: 0,
  learning_steps: 0,
  reps: 0,
  lapses: 0,
  state: 0,
})

const cardOf = (card: PracticeCard): Card => ({
  due: card.dueAt,
  stability: card.stability,
  difficulty: card.difficulty,
  // The scheduler counts the days since the last review itself.
  elapsed_days: 0,
  scheduled_days: card.scheduledDays,
  learning_steps: card.learningStep,
  reps: card.reviews,
  lapses: card.lapses,
  state: card.state,
  last_review: card.lastReviewAt,
})
