/** Where to go after the sign-in: the page of this dashboard that led to it, and none of anybody else's. */
export function wayBack(to: string | undefined, origin: string): string {
  const url = to?.startsWith('/') && URL.canParse(to, origin) ? new URL(to, origin) : undefined
  if (url?.origin !== origin || url.pathname === '/sign-in') return '/'
  // Two slashes at the beginning would again be somebody else's address.
  return `/${url.pathname.replace(/^\/+/, '')}${url.search}${url.hash}`
}
