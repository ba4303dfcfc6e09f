import { useEffect, useRef, useState } from 'react'
import { formatCount } from './format-count.ts'
import classes from './long-text.module.css'

interface LongTextProps {
  /** Characters of the message. */
  length: number
  /** The message, marked. */
  children: React.ReactNode
}

/** A message in full, its lines kept; one of more than a dozen lines begins folded. */
export function LongText({ length, children }: LongTextProps) {
  const block = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<'fitting' | 'folded' | 'whole'>('fitting')

  useEffect(() => {
    const element = block.current
    if (!element || shown === 'whole') return
    const observer = new ResizeObserver(() =>
      setShown(element.scrollHeight > element.clientHeight + 1 ? 'folded' : 'fitting'),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [shown])

  return (
    <>
      <div ref={block} className={classes.text} data-shown={shown} dir="auto">
        {children}
      </div>
      {shown === 'fitting' ? null : (
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={shown === 'whole'}
          onClick={() => setShown(shown === 'whole' ? 'fitting' : 'whole')}
        >
          {shown === 'whole' ? 'Show less' : `Show all (${formatCount(length)} characters)`}
        </button>
      )}
    </>
  )
}
