import { chooseOrganization } from '@overturn/core/identity/choose-organization'

/** Which organization the requests of this browser are about from now on: `{ "organization": "<slug>" }`. */
export default defineEventHandler((event) =>
  answering(event, async () => {
    const { organization } = await readJson(event)
    const chosen = chooseOrganization((await personOf(event)).memberships, { named: String(organization ?? ''), preferred: [] })
    rememberOrganization(event, chosen)
    return { organization: chosen.slug }
  }),
)
