import { Button, Group } from '@mantine/core'
import { ApiError, UnreadableAnswer } from '../api/api-error.ts'
import { Notice } from './notice.tsx'

/** Why an answer did not come, in the server's words, with the way on. */
export function ProblemNotice({
  error,
  onRetry,
  action,
}: {
  error: Error
  onRetry: () => void
  /** Another way on, beside trying again. */
  action?: React.ReactNode
}) {
  const problem = error instanceof ApiError ? error.problem : undefined
  const ours = problem !== undefined && problem.status < 500
  return (
    <Notice
      tone={ours ? 'warning' : 'failed'}
      title={titleOf(error)}
      action={
        <Group gap="xs">
          <Button onClick={onRetry}>Try again</Button>
          {action}
        </Group>
      }
    >
      <p>{error.message}</p>
      {problem?.requestId ? <p>Request {problem.requestId}</p> : null}
    </Notice>
  )
}

/** What is so, in one line. */
export function titleOf(error: Error): string {
  if (error instanceof ApiError) return error.problem.title
  if (error instanceof UnreadableAnswer) return 'Enterprise Manager’s answer cannot be read'
  return 'CDP Watch does not answer'
}
