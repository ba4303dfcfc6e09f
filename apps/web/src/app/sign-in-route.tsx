import { getRouteApi } from '@tanstack/react-router'
import { SignInPage } from '../features/sign-in/sign-in-page.tsx'

const route = getRouteApi('/sign-in')

/** The sign-in, which leads back to the page that asked for it. */
export function SignInRoute() {
  return <SignInPage to={route.useSearch().to} />
}
