import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** A figure that is to stay on one side of a limit. */
export interface Target {
  what: string
  measured: string
  wanted: string
  met: boolean
}

/** A Markdown table; numbers stand to the right. */
export function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = heads.map((_, column) => (column === 0 ? ':--' : '--:'))
  return [heads, rule, ...rows].map(line).join('\n')
}

export function printTargets(targets: readonly Target[]): string {
  const rows = targets.map(({ what, measured, wanted, met }) => [
    what,
    measured,
    wanted,
    met ? 'met' : '**missed**',
  ])
  return printTable(['Target', 'Measured', 'Wanted', ''], rows)
}

/** Puts the text into the part of a Markdown file that this benchmark owns; what stands around it stays. */
export function writeSection(file: string, name: string, text: string): void {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const section = `${begin}\n\n${text}\n\n${end}`
  const old = existsSync(file) ? readFileSync(file, 'utf8') : '# Benchmarks\n'
  const from = old.indexOf(begin)
  const to = old.indexOf(end)
  const whole =
    from >= 0 && to > from
      ? old.slice(0, from) + section + old.slice(to + end.length)
      : `${old.trimEnd()}\n\n${section}\n`
  writeFileSync(file, whole)
}
