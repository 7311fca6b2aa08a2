import { findOrganization } from '@overturn/core/organizations'

/** Whose data the portal shows. */
export default defineEventHandler((event) =>
  answering(event, async () => {
    const { slug, name, timeZone, isDemo } = await findOrganization(useDatabase(), settings().organization)
    return { slug, name, timeZone, isDemo }
  }),
)
