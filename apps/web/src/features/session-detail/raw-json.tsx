import { Box } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { rawSessionQuery } from '../../api/live.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import classes from './raw-json.module.css'

/** EM's own JSON of the session; asked for only once it is opened. */
export function RawJson({ uid }: { uid: string }) {
  const [shown, setShown] = useState<'closed' | 'open'>('closed')
  const raw = useQuery({ ...rawSessionQuery(uid), enabled: shown === 'open' })
  return (
    <section className={classes.raw}>
      <div className={classes.head}>
        <h3>
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={shown === 'open'}
            onClick={() => setShown(shown === 'open' ? 'closed' : 'open')}
          >
            <IconChevronRight size={14} aria-hidden />
            Raw <span>· asked live</span>
          </button>
        </h3>
        {shown === 'open' && raw.data !== undefined ? (
          <CopyButton text={() => raw.data}>Copy JSON</CopyButton>
        ) : null}
      </div>
      {shown === 'closed' ? null : (
        <>
          {raw.isError ? (
            <ProblemNotice error={raw.error} onRetry={() => void raw.refetch()} />
          ) : null}
          {raw.isPending ? <p className={classes.asking}>Asking Enterprise Manager…</p> : null}
          {raw.data !== undefined ? (
            <Box
              component="pre"
              className={classes.json}
              role="region"
              aria-label="JSON of the session"
              tabIndex={0}
            >
              {raw.data}
            </Box>
          ) : null}
        </>
      )}
    </section>
  )
}
