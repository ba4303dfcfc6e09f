import { Button } from '@mantine/core'
import { ProblemNotice } from '../../ui/problem-notice.tsx'

interface IndexProblemProps {
  error: Error
  onRetry: () => void
  onLive: () => void
}

/** The index gave no answer: why, and that EM can be asked itself. */
export function IndexProblem({ error, onRetry, onLive }: IndexProblemProps) {
  return (
    <ProblemNotice
      error={error}
      onRetry={onRetry}
      action={<Button onClick={onLive}>Ask Enterprise Manager live</Button>}
    />
  )
}
