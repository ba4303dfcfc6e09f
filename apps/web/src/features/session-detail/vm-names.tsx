import { Fragment, useState } from 'react'
import { formatCount } from '../../ui/format-count.ts'
import classes from './cause-card.module.css'

const shownFirst = 8

/** Names of VMs, the first of them at once and the rest on demand. */
export function VmNames({ vms }: { vms: readonly string[] }) {
  const [shown, setShown] = useState<'first' | 'all'>('first')
  const more = vms.length - shownFirst
  const listed = shown === 'all' ? vms : vms.slice(0, shownFirst)
  return (
    <>
      {listed.map((vm, index) => (
        <Fragment key={vm}>
          <span className={classes.vm}>
            <bdi>{vm}</bdi>
            {index < listed.length - 1 ? ',' : null}
          </span>{' '}
        </Fragment>
      ))}
      {more > 0 && shown === 'first' ? (
        <>
          and{' '}
          <button type="button" className={classes.more} onClick={() => setShown('all')}>
            {formatCount(more)} more
          </button>
        </>
      ) : null}
    </>
  )
}
