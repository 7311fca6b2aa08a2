import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { readSettings, settingsOutput } from '../settings.ts'

export const organizationSettings = defineOperation({
  name: 'organization.settings',
  kind: 'read',
  summary: "The organization's thresholds: what makes a pattern, and what makes it critical, high or medium.",
  input: z.strictObject({}),
  output: z.object({ settings: settingsOutput }),
  run: async ({ db, organization }) => ({ settings: await readSettings(db, organization.id) }),
})
