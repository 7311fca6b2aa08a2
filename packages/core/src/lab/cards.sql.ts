import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { reviewed, type PracticeCard, type PracticeRating } from './schedule.ts'

/** Writes when this person should meet the pattern again, after an answer that says so much of what they remember. */
export async function saveReview(tx: TenantTransaction, { organization, actor, now }: Context, patternId: string, rating: PracticeRating): Promise<void> {
  const card = await tx.row<PracticeCard>(sql`
    select due_at as "dueAt", stability, difficulty, state, learning_step as "learningStep", scheduled_days as "scheduledDays", reviews, lapses,
           last_review_at as "lastReviewAt"
    from practice_cards where organization_id = ${organization.id} and user_id = ${actor.id} and pattern_id = ${patternId} for update`)
  const next = reviewed(card, rating, now)
  await tx.run(sql`
    insert into practice_cards (organization_id, user_id, pattern_id, due_at, stability, difficulty, state, learning_step, scheduled_days, reviews, lapses, last_review_at)
    values (${organization.id}, ${actor.id}, ${patternId}, ${next.dueAt}, ${next.stability}, ${next.difficulty}, ${next.state}, ${next.learningStep}, ${next.scheduledDays},
      ${next.reviews}, ${next.lapses}, ${next.lastReviewAt})
    on conflict (organization_id, user_id, pattern_id) do update
    set (due_at, stability, difficulty, state, learning_step, scheduled_days, reviews, lapses, last_review_at)
      = row(excluded.due_at, excluded.stability, excluded.difficulty, excluded.state, excluded.learning_step, excluded.scheduled_days, excluded.reviews,
            excluded.lapses, excluded.last_review_at)`)
}
