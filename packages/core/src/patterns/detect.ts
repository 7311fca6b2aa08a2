import { describeReason } from '../adjudication/reasons.ts'
import { todayOf, type Context } from '../context.ts'
import { readSettings } from '../settings.ts'
import { adoptImported, createPatterns, frequentReasons, unknownReasons } from './detect.sql.ts'
import { slicesOf, type Slices } from '../computation/slices.ts'
import { textsOf } from './texts.ts'

/** Denials of a reason that are read first: a reason that is a pattern mostly shows it in these. */
const A_FEW = 500

/**
 * Finds the reasons that became patterns and makes those patterns; an imported pattern of the reason is adopted instead. Their claims and days
 * are not computed here: they stay `pending` until src/computation/recompute.ts has done so. Without options the organization's settings apply.
 * Returns the ids of the new and of the adopted ones.
 */
export async function detectPatterns(
  context: Context,
  options: { daysBack?: number; minimumDenials?: number } = {},
  slices: Slices = slicesOf(context.db),
): Promise<{ created: string[]; adopted: string[] }> {
  const { db, organization, now } = context
  const { detection } = await readSettings(db, organization.id)
  const rule = { today: todayOf(context), daysBack: options.daysBack ?? detection.daysBack, minimumDenials: options.minimumDenials ?? detection.minimumDenials }
  const candidates = (await db.rows<{ reason: string }>(unknownReasons(organization.id))).map(({ reason }) => reason)
  const reasons: string[] = []
  await slices.each(candidates, async (tx, slice) => {
    for (const candidate of slice) {
      const isFrequent = async (atMost?: number) =>
        (await tx.row(frequentReasons(organization.id, [candidate], { ...rule, ...(atMost && { atMost }) }))) !== null
      if ((await isFrequent(A_FEW)) || (await isFrequent())) reasons.push(candidate)
    }
  })
  if (reasons.length === 0) return { created: [], adopted: [] }
  const found = reasons.map((reason) => {
    const { category, action } = describeReason(reason)
    const { suggestedAction, ...texts } = textsOf(reason)
    return { reason, category, action, suggested: suggestedAction, ...texts }
  })
  return db.transaction(async (tx) => {
    const adopted = await tx.rows<{ id: string }>(adoptImported(organization.id, reasons, now))
    const created = await tx.rows<{ id: string }>(createPatterns(organization.id, found, now))
    return { created: created.map(({ id }) => id), adopted: adopted.map(({ id }) => id) }
  })
}
