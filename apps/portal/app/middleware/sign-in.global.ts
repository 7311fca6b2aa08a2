/** What people without a session may see. */
const OPEN = new Set(['/sign-in', '/join'])

/** What an analyst of networks has who has no seat anywhere; everything else is of an organization. */
const WITHOUT_SEAT = new Set(['/networks', '/account', '/change-password'])

/** Every other page needs a session, and a password of one's own. While the server does not answer, the page may open and say so itself. */
export default defineNuxtRouteMiddleware(async (to) => {
  if (OPEN.has(to.path)) return
  const state = await useSignIn()
    .check()
    .catch(() => null)
  if (state === null) return
  if (!state.signedIn) return navigateTo({ path: '/sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } })
  if (state.mustChangePassword && to.path !== '/change-password') return navigateTo({ path: '/change-password', query: { next: to.fullPath } })
  if (state.organizations.length === 0 && state.networks.length > 0 && !WITHOUT_SEAT.has(to.path)) return navigateTo('/networks')
})
