import { Button, Group } from '@mantine/core'
import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import * as z from 'zod'
import { Notice } from '../ui/notice.tsx'

/** What the router gives as the cause where an address does not pass its schema. */
const refusedSchema = z.object({
  issues: z.array(z.object({ message: z.string(), path: z.array(z.unknown()) })),
})

/** The words of an address that cannot be read, one line for each wrong part. */
function addressProblems(error: Error): string[] | undefined {
  const refused = refusedSchema.safeParse(error.cause).data
  return refused?.issues.map(({ message, path }) => {
    const part = String(path[0] ?? '')
    return message.startsWith(part) ? message : `${part}: ${message}`
  })
}

/** A page that cannot be shown says why, and the way out. */
export function PageFailed({ error: thrown, reset }: ErrorComponentProps) {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const wrong = addressProblems(error)
  return (
    <Notice
      tone={wrong ? 'warning' : 'failed'}
      title={wrong ? 'This address cannot be read' : 'This page failed'}
      action={
        <Group gap="xs">
          {wrong ? null : <Button onClick={reset}>Try again</Button>}
          <Button component="a" href="/sessions">
            To all sessions
          </Button>
        </Group>
      }
    >
      {(wrong ?? [error.message]).map((words) => (
        <p key={words}>{words}</p>
      ))}
    </Notice>
  )
}

export function NotFound() {
  return (
    <Notice title="There is no such page">
      <Link to="/sessions">To all sessions</Link>
    </Notice>
  )
}
