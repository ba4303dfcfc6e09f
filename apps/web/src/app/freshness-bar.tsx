import { Popover, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { freshnessQuery } from '../api/freshness.ts'
import { setClock, useNow } from '../ui/now.ts'
import { judgeFreshness } from './freshness.ts'
import classes from './freshness-bar.module.css'

/** Always two ages: EM's last answer, and EM's own collection; and the index where it is behind. A click shows the chain. */
export function FreshnessBar() {
  const { data, isError } = useQuery(freshnessQuery)
  const nowUTC = data?.nowUTC
  useEffect(() => {
    if (nowUTC !== undefined) setClock(nowUTC)
  }, [nowUTC])
  const view = judgeFreshness(data, isError, useNow())
  return (
    <Popover position="bottom-end" width={420}>
      <Popover.Target>
        <UnstyledButton className={classes.bar} data-tone={view.tone}>
          <span className={classes.dot} aria-hidden="true" />
          {view.parts.map(({ name, words, isLead }) => (
            <span key={name} className={classes.part} data-lead={isLead}>
              {words}
            </span>
          ))}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <h2 className={classes.title}>Where what you see comes from</h2>
        <ol className={classes.chain}>
          {view.chain.map((link) => (
            <li key={link.name} data-tone={link.tone}>
              <span className={classes.dot} aria-hidden="true" />
              <span>
                <b>{link.name}</b> {link.words}
              </span>
            </li>
          ))}
        </ol>
      </Popover.Dropdown>
    </Popover>
  )
}
