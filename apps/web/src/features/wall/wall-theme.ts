import type { WallOptions } from './wall-options.ts'

/** Shows the page in a theme; `auto` follows the system's. */
export function followTheme(theme: WallOptions['theme']): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const show = () => {
    const shown = theme === 'auto' ? (system.matches ? 'dark' : 'light') : theme
    document.documentElement.setAttribute('data-mantine-color-scheme', shown)
  }
  if (theme === 'auto') system.addEventListener('change', show)
  show()
}
