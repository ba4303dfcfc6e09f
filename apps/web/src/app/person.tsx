import { Popover, UnstyledButton } from '@mantine/core'
import { IconDeviceTv, IconListSearch, IconLogout } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { meQuery, signOut } from '../api/access.ts'
import { TimeText } from '../ui/time-text.tsx'
import { initialsOf } from './initials.ts'
import classes from './person.module.css'
import { signInPath } from './sign-in-address.ts'

/** Who is signed in, and the way out. Nobody is where access is open. */
export function Person() {
  const { data: me } = useQuery(meQuery)
  const [isOpen, setOpen] = useState(false)
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: () => location.assign(signInPath),
  })
  if (!me || me.name === null) return null
  return (
    <Popover position="bottom-end" width={260} trapFocus opened={isOpen} onChange={setOpen}>
      <Popover.Target>
        <UnstyledButton
          className={classes.person}
          aria-label={`Signed in as ${me.name}`}
          onClick={() => setOpen(!isOpen)}
        >
          {initialsOf(me.name)}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel} aria-label={`Signed in as ${me.name}`}>
        <div className={classes.who}>
          <b>{me.name}</b>
          {me.endsUTC === null ? null : (
            <span>
              signed in until <TimeText at={me.endsUTC} />
            </span>
          )}
        </div>
        <Link to="/wall-links" className={classes.item} onClick={() => setOpen(false)}>
          <IconDeviceTv size={16} aria-hidden /> Wall links
        </Link>
        <Link to="/audit" className={classes.item} onClick={() => setOpen(false)}>
          <IconListSearch size={16} aria-hidden /> Audit
        </Link>
        {me.access === 'em' ? (
          <UnstyledButton
            className={classes.item}
            disabled={leaving.isPending}
            onClick={() => leaving.mutate()}
          >
            <IconLogout size={16} aria-hidden /> Sign out
          </UnstyledButton>
        ) : null}
        {leaving.error ? (
          <p className={classes.problem} role="alert">
            You are still signed in. {leaving.error.message}
          </p>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  )
}
