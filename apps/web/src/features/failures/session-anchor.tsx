import type { OpenedSession } from './opened-session.ts'
import { lineMark } from './use-link-keys.ts'

interface SessionAnchorProps {
  uid: string
  opened: OpenedSession
  className?: string | undefined
  children: React.ReactNode
}

/** A link that opens a session beside the page; with a key of the browser's, as a page of its own. */
export function SessionAnchor({ uid, opened, className, children }: SessionAnchorProps) {
  return (
    <a
      {...lineMark}
      className={className}
      href={opened.linkOf(uid)}
      aria-current={opened.uid === uid ? 'true' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        opened.onOpen(uid)
      }}
    >
      {children}
    </a>
  )
}
