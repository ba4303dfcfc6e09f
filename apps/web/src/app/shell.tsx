import { Badge, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { aboutQuery } from '../api/about.ts'
import { FreshnessBar } from './freshness-bar.tsx'
import { Settings } from './settings.tsx'
import classes from './shell.module.css'
import { signInPath } from './sign-in-address.ts'

const CommandPalette = lazy(() =>
  import('./command-palette.tsx').then((module) => ({ default: module.CommandPalette })),
)
const Shortcuts = lazy(() =>
  import('./shortcuts.tsx').then((module) => ({ default: module.Shortcuts })),
)

const Person = lazy(() => import('./person.tsx').then((module) => ({ default: module.Person })))

/** What stands on every page but the sign-in, where nothing is to be seen yet. */
export function Shell() {
  const isBefore = useLocation({ select: ({ pathname }) => pathname === signInPath })
  return isBefore ? <Outlet /> : <Frame />
}

function Frame() {
  const about = useQuery(aboutQuery)
  const [shortcuts, setShortcuts] = useState(false)
  const [commands, setCommands] = useState(false)
  const [asked, setAsked] = useState(false)
  // Only once the commands are gone has the focus gone back to where the list is to give it back.
  useEffect(() => {
    if (!asked || commands) return
    setAsked(false)
    setShortcuts(true)
  }, [asked, commands])
  useHotkeys([['shift+?', () => setShortcuts(true)]])
  useHotkeys([['mod+K', () => setCommands(true)]], [])
  return (
    <div className={classes.shell}>
      <header className={classes.header}>
        <Link to="/sessions" className={classes.brand} aria-label="CDP Watch">
          <img src="/icon.svg" alt="" width="20" height="20" />
          <span>CDP Watch</span>
        </Link>
        <nav className={classes.nav} aria-label="Pages">
          <Link to="/sessions" activeProps={{ 'aria-current': 'page' }}>
            Sessions
          </Link>
          <Link to="/failures" activeProps={{ 'aria-current': 'page' }}>
            Failures
          </Link>
          <Link to="/policies" activeProps={{ 'aria-current': 'page' }}>
            Policies
          </Link>
          <a href="/wall">Wall</a>
        </nav>
        {about.data?.demo ? (
          <Tooltip label="EM_URL is not set, so a simulated Enterprise Manager answers. None of these sessions is real.">
            <Badge className={classes.demo} variant="light" tabIndex={0}>
              demo<span className={classes.wide}>&nbsp;data</span>
            </Badge>
          </Tooltip>
        ) : null}
        <div className={classes.end}>
          <FreshnessBar />
          <Settings onShortcuts={() => setShortcuts(true)} />
          <Suspense>
            <Person />
          </Suspense>
        </div>
      </header>
      <div className={classes.content}>
        <Outlet />
      </div>
      {commands ? (
        <Suspense>
          <CommandPalette onShortcuts={() => setAsked(true)} onClose={() => setCommands(false)} />
        </Suspense>
      ) : null}
      {shortcuts ? (
        <Suspense>
          <Shortcuts onClose={() => setShortcuts(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}
