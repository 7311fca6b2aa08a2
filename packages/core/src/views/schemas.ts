import { z } from 'zod'
import { viewScreens } from '../db/schema/views.ts'
import { text, textOrNone } from '../schemas.ts'

const view = z.object({
  id: z.string(),
  screen: z.enum(viewScreens),
  name: z.string(),
  /** What the address of the screen says after its question mark; empty for a screen without filters. */
  query: z.string(),
  /** Everybody in the organization sees it. */
  isShared: z.boolean(),
  /** Whether whoever asks has saved it. */
  isOwn: z.boolean(),
})
export type View = z.output<typeof view>

export const listViewsInput = z.strictObject({ screen: z.enum(viewScreens).optional() })
export const listViewsOutput = z.object({
  /** By screen and name, own ones before shared ones of others. */
  views: z.array(view),
})

export const saveViewInput = z.strictObject({
  screen: z.enum(viewScreens),
  name: text(80),
  query: textOrNone(2_000),
  shared: z.boolean().default(false),
})
export const saveViewOutput = z.object({
  view,
  /** What was saved under this name before; null for a new name. */
  replaced: z.object({ query: z.string(), isShared: z.boolean() }).nullable(),
})
export type SavedView = z.output<typeof saveViewOutput>

export const removeViewInput = z.strictObject({ id: text(100) })
export const removeViewOutput = z.object({
  /** It is gone; saved again, it is as it was. */
  removed: view,
})
