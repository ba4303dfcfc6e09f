export const signInPath = '/sign-in'

/** Leaves the page for the sign-in, which leads back to it. The page is loaded anew: it was another person's, or nobody's. */
export function goToSignIn(): void {
  const { pathname, search, hash } = location
  if (pathname === signInPath) return
  location.assign(`${signInPath}?${new URLSearchParams({ to: pathname + search + hash })}`)
}
