/** Who is signed in here, as far as the first screen has to know. Open to all, so that it can ask. */
export default defineEventHandler((event) =>
  answering(event, async () => {
    setResponseHeader(event, 'cache-control', 'no-store')
    const visitor = await visitorOf(event)
    return {
      signedIn: visitor !== null,
      mustChangePassword: visitor?.kind === 'person' && visitor.mustChangePassword,
      /** The organization that requests are about; null where there are several and none was chosen. */
      organization: visitor && slugOf(event, visitor),
      organizations: visitor?.memberships.map(({ slug, name, timeZone }) => ({ slug, name, timeZone })) ?? [],
      /** The networks whose common figures the visitor may see, with or without a seat in an organization. */
      networks: visitor?.kind === 'person' ? visitor.networks : [],
      /** Whether people may also come in through another program. */
      signOn: settings().signOn !== null,
    }
  }),
)
