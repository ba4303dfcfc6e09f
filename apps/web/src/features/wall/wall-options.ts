import { type WallTheme, wallThemes } from '../../ui/wall-themes.ts'

/** How a wall is shown; it lives in the address, with the filter of what is shown. */
export interface WallOptions {
  readonly theme: WallTheme
  /** All sizes times this. */
  readonly scale: number
  /** Degrees clockwise, for screens that hang on their side. */
  readonly rotate: 0 | 90 | 180 | 270
  readonly sound: boolean
  /** The other parameters, as they are asked of the server: `health=failed&q=oracle`, or nothing. */
  readonly filter: string
}

export type ReadOptions =
  | { readonly ok: true; readonly options: WallOptions }
  | { readonly ok: false; readonly problem: string }

const rotations = [0, 90, 180, 270] as const
const leastScale = 0.5
const mostScale = 2

/** Reads the query of the wall's address, `?theme=light&health=failed`. A wrong option is told, never passed over. */
export function readWallOptions(search: string): ReadOptions {
  const rest = new URLSearchParams(search)
  /** An option that is given twice is as wrong as any that is not known. */
  const take = (name: string, usual: string): string => {
    const text = rest.has(name) ? rest.getAll(name).join(' and ') : usual
    rest.delete(name)
    return text
  }
  const given = {
    theme: take('theme', 'dark'),
    scale: take('scale', '1'),
    rotate: take('rotate', '0'),
    sound: take('sound', 'off'),
  }
  const theme = wallThemes.find((one) => one === given.theme)
  const scale = given.scale.trim() === '' ? Number.NaN : Number(given.scale)
  const rotate = rotations.find((one) => String(one) === given.rotate)
  if (theme === undefined) return wrong('theme', wallThemes.join(', '))
  if (!(scale >= leastScale && scale <= mostScale))
    return wrong('scale', `a number from ${leastScale} to ${mostScale}`)
  if (rotate === undefined) return wrong('rotate', rotations.join(', '))
  if (given.sound !== 'on' && given.sound !== 'off') return wrong('sound', 'on, off')
  const sound = given.sound === 'on'
  return { ok: true, options: { theme, scale, rotate, sound, filter: rest.toString() } }
}

function wrong(name: string, expected: string): ReadOptions {
  return { ok: false, problem: `“${name}” is wrong: expected ${expected}.` }
}
