import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { signInStateQuery } from '../../api/access.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { SignInForm } from './sign-in-form.tsx'
import classes from './sign-in-page.module.css'
import { wayBack } from './way-back.ts'

/** The page before all others. `to`: the page that led here, which is gone back to. */
export function SignInPage({ to }: { to: string | undefined }) {
  const state = useQuery(signInStateQuery)
  const isSignedIn = state.data?.isSignedIn === true
  useEffect(() => {
    if (isSignedIn) goBack(to)
  }, [isSignedIn, to])
  if (state.error && !state.data)
    return <ProblemNotice error={state.error} onRetry={() => void state.refetch()} />
  if (!state.data || isSignedIn) return null
  const isByProxy = state.data.access === 'header'
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <div className={classes.brand}>
          <img src="/icon.svg" alt="" width="44" height="44" />
          <h1>Sign in to CDP Watch</h1>
          <p>
            {isByProxy
              ? 'This dashboard is entered through a proxy that people sign in at, and it has named nobody. Open the address that you were given.'
              : 'With your account of Enterprise Manager'}
          </p>
        </div>
        {isByProxy ? (
          <Button fullWidth size="md" onClick={() => goBack(to)}>
            Try again
          </Button>
        ) : (
          <>
            <SignInForm onSignedIn={() => goBack(to)} />
            <p className={classes.foot}>
              Enterprise Manager checks your password. It is never kept here.
            </p>
          </>
        )}
      </div>
    </main>
  )
}

/** Loads the page anew: nothing of whoever was here before stays in it. */
function goBack(to: string | undefined): void {
  location.replace(wayBack(to, location.origin))
}
