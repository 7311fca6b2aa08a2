import { z } from 'zod'
import { defineOperation } from './operation.ts'

const organizationOutput = z.object({ slug: z.string(), name: z.string(), timeZone: z.string(), isDemo: z.boolean() })

export const getOrganization = defineOperation({
  name: 'organization.get',
  kind: 'read',
  summary: 'Says whose data is shown: name and time zone of the organization, and whether it is the demonstration.',
  input: z.strictObject({}),
  output: organizationOutput,
  async run({ organization: { slug, name, timeZone, isDemo } }) {
    return { slug, name, timeZone, isDemo }
  },
})
