export default defineEventHandler((event) => {
  closeSession(event)
  return { signedIn: false }
})
