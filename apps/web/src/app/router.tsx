import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { failuresSearchSchema, groupSearchSchema } from '../features/failures/failures-search.ts'
import { policiesSearchSchema } from '../features/policies/policies-search.ts'
import { sessionsSearchSchema } from '../features/sessions/sessions-search.ts'
import { NotFound, PageFailed } from './page-failed.tsx'
import { parseSearch, printSearch } from './search-text.ts'
import { Shell } from './shell.tsx'
import { signInPath } from './sign-in-address.ts'

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: PageFailed,
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/sessions', replace: true })
  },
})

const sessionsRoute = createRoute({
  getParentRoute: () => root,
  path: '/sessions',
  validateSearch: sessionsSearchSchema,
  errorComponent: PageFailed,
  component: lazyRouteComponent(() => import('./sessions-route.tsx'), 'SessionsRoute'),
})

const sessionRoute = createRoute({
  getParentRoute: () => root,
  path: '/sessions/$uid',
  errorComponent: PageFailed,
  component: lazyRouteComponent(() => import('./session-route.tsx'), 'SessionRoute'),
})

const failuresRoute = createRoute({
  getParentRoute: () => root,
  path: '/failures',
  validateSearch: failuresSearchSchema,
  errorComponent: PageFailed,
  component: lazyRouteComponent(() => import('./failures-route.tsx'), 'FailuresRoute'),
})

const failureRoute = createRoute({
  getParentRoute: () => root,
  path: '/failures/$id',
  validateSearch: groupSearchSchema,
  errorComponent: PageFailed,
  component: lazyRouteComponent(() => import('./failure-route.tsx'), 'FailureRoute'),
})

const policiesRoute = createRoute({
  getParentRoute: () => root,
  path: '/policies',
  validateSearch: policiesSearchSchema,
  errorComponent: PageFailed,
  component: lazyRouteComponent(() => import('./policies-route.tsx'), 'PoliciesRoute'),
})

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: signInPath,
  validateSearch: (search): { to?: string } =>
    typeof search.to === 'string' ? { to: search.to } : {},
  errorComponent: PageFailed,
  component: lazyRouteComponent(() => import('./sign-in-route.tsx'), 'SignInRoute'),
})

const auditRoute = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  errorComponent: PageFailed,
  component: lazyRouteComponent(() => import('../features/audit/audit-page.tsx'), 'AuditPage'),
})

const wallLinksRoute = createRoute({
  getParentRoute: () => root,
  path: '/wall-links',
  validateSearch: (search): { show?: string } =>
    typeof search.show === 'string' ? { show: search.show } : {},
  errorComponent: PageFailed,
  component: lazyRouteComponent(() => import('./wall-links-route.tsx'), 'WallLinksRoute'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    sessionsRoute,
    sessionRoute,
    failuresRoute,
    failureRoute,
    policiesRoute,
    signInRoute,
    auditRoute,
    wallLinksRoute,
  ]),
  parseSearch,
  stringifySearch: printSearch,
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface HistoryState {
    /** Where in the browser's history the list is that the page of a group was opened from. */
    listAt?: number
  }
}
