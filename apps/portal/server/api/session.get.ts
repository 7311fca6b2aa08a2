/** Whether the caller is signed in. Open to all, so that the first screen can ask. */
export default defineEventHandler(async (event) => {
  setResponseHeader(event, 'cache-control', 'no-store')
  return { signedIn: (await actorOf(event)).role !== 'anyone' }
})
