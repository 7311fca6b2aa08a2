/** Every page but the sign-in needs a session. While the server does not answer, the page may open and say so itself. */
export default defineNuxtRouteMiddleware(async (to) => {
  if (to.path === '/sign-in') return
  const signedIn = await useSignIn()
    .check()
    .catch(() => true)
  if (!signedIn) return navigateTo({ path: '/sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } })
})
