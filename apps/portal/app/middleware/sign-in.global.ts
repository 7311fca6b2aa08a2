/** What people without a session may see. */
const OPEN = new Set(['/sign-in', '/join'])

/** Every other page needs a session, and a password of one's own. While the server does not answer, the page may open and say so itself. */
export default defineNuxtRouteMiddleware(async (to) => {
  if (OPEN.has(to.path)) return
  const state = await useSignIn()
    .check()
    .catch(() => null)
  if (state === null) return
  if (!state.signedIn) return navigateTo({ path: '/sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } })
  if (state.mustChangePassword && to.path !== '/change-password') return navigateTo({ path: '/change-password', query: { next: to.fullPath } })
})
