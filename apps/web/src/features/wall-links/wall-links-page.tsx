import type { Me, WallLink } from '@cdp-watch/contract'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { meQuery } from '../../api/access.ts'
import { wallLinksQuery } from '../../api/wall-links.ts'
import { Announce } from '../../ui/announce.tsx'
import { Notice } from '../../ui/notice.tsx'
import plain from '../../ui/plain-page.module.css'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { MakeLink } from './make-link.tsx'
import { RevokeLink } from './revoke-link.tsx'
import { WallLinksList, WallLinksSkeleton } from './wall-links-list.tsx'
import classes from './wall-links-page.module.css'

interface WallLinksPageProps {
  /** Filters of a wall, `health=failed&q=vdi`, that a link is to be made for at once; undefined: none is. */
  show: string | undefined
  /** What was to be made has been, or is not wanted any more. */
  onShown: () => void
}

const aboutAccess: Partial<Record<Me['access'], string>> = {
  open: 'Access is open here: every screen that reaches this dashboard sees the wall and needs no link.',
  header:
    'People come here through a proxy that signs them in. It has to let screens through to /wall, /assets, /api/overview and /api/events.',
}

/** The links by which screens see the wall: made, named, listed, revoked. */
export function WallLinksPage({ show, onShown }: WallLinksPageProps) {
  const links = useQuery(wallLinksQuery)
  const { data: me } = useQuery(meQuery)
  const [isMaking, setMaking] = useState(false)
  const [toRevoke, setToRevoke] = useState<WallLink>()
  const [said, setSaid] = useState('')
  const makeButton = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (show === undefined) return
    // The dialog gives the focus back to what had it.
    makeButton.current?.focus()
    setMaking(true)
  }, [show])
  const stopMaking = () => {
    setMaking(false)
    onShown()
  }
  const finishRevoking = (name: string) => {
    setToRevoke(undefined)
    setSaid(`The link of ${name} is revoked.`)
    // The button that led here is gone.
    list.current?.focus()
  }
  const access = me === undefined ? undefined : aboutAccess[me.access]
  return (
    <main className={plain.page}>
      <div className={plain.head}>
        <h1>Wall links</h1>
        <p>Each lets a screen see the wall, and nothing else.</p>
        <Button ref={makeButton} variant="filled" onClick={() => setMaking(true)}>
          Make a wall link
        </Button>
      </div>
      {access === undefined ? null : <p className={classes.access}>{access}</p>}
      {links.error ? (
        <ProblemNotice error={links.error} onRetry={() => void links.refetch()} />
      ) : null}
      {links.isPending ? <WallLinksSkeleton /> : null}
      {links.data?.length === 0 ? (
        <Notice title="There are no wall links yet">
          <p>
            Make the first: name the screen, and open the address that you are given once on that
            screen. It shows the wall from then on, until you revoke the link.
          </p>
        </Notice>
      ) : null}
      {links.data && links.data.length > 0 ? (
        <WallLinksList links={links.data} onRevoke={setToRevoke} listRef={list} />
      ) : null}
      <MakeLink
        isOpen={isMaking}
        links={links.data ?? []}
        shown={show ?? ''}
        onClose={stopMaking}
      />
      <RevokeLink
        link={toRevoke}
        onClose={() => setToRevoke(undefined)}
        onRevoked={finishRevoking}
      />
      <Announce>{said}</Announce>
    </main>
  )
}
