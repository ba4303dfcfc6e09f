import type { Health } from './health.ts'
import classes from './health-tile.module.css'

interface HealthTileProps {
  health: Health | 'none'
  /** All it says, in words: `22 Nov: Failed`. */
  label: string
  /** Where it leads; a tile without one is a mark only. */
  href?: string | undefined
  onOpen?: (() => void) | undefined
  isCurrent?: boolean
  tabIndex?: number
}

/** A mark of one day or session among many: colour and shape, its words in the tooltip and for screen readers. */
export function HealthTile({
  health,
  label,
  href,
  onOpen,
  isCurrent = false,
  tabIndex,
}: HealthTileProps) {
  const look = { className: classes.tile, 'data-health': health, title: label }
  if (href === undefined)
    return <span {...look} role="img" aria-label={label} tabIndex={tabIndex} />
  return (
    <a
      {...look}
      href={href}
      aria-label={label}
      aria-current={isCurrent ? 'true' : undefined}
      data-current={isCurrent}
      tabIndex={tabIndex}
      onClick={(event) => {
        event.stopPropagation()
        if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onOpen()
      }}
    >
      {null}
    </a>
  )
}
