import classes from './health-shape.module.css'
import type { Health } from './health-words.ts'

const shapes: Record<Health, React.ReactNode> = {
  failed: (
    <path d="M3 3l8 8M11 3l-8 8" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
  ),
  warning: <path d="M7 1.5 13 12.5H1z" className={classes.triangle} />,
  ok: <circle cx="7" cy="7" r="5.2" fill="currentColor" />,
  missing: (
    <path
      d="M3 11 11 3M7 2.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6z"
      stroke="currentColor"
      strokeWidth="2"
      fill="none"
    />
  ),
  working: (
    <circle
      cx="7"
      cy="7"
      r="4.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeDasharray="20 9"
    />
  ),
  unknown: (
    <circle
      cx="7"
      cy="7"
      r="4.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeDasharray="3 2.8"
    />
  ),
}

/** The shape of a health alone, in the colour of what it stands in; its word is to stand beside it. `size` in pixels, or any length of CSS. */
export function HealthShape({ health, size }: { health: Health; size: number | string }) {
  return (
    <svg viewBox="0 0 14 14" width={size} height={size} aria-hidden="true">
      {shapes[health]}
    </svg>
  )
}
