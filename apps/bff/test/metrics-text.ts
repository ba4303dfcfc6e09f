/** A family of Prometheus's text format. */
export interface MetricFamily {
  help: string
  type: string
  /** Series with their labels as they were written, and their values. */
  samples: Map<string, number>
}

/** Reads Prometheus's text format. Throws an Error at a line that is none of it, or that belongs to no family. */
export function readMetrics(text: string): Map<string, MetricFamily> {
  const families = new Map<string, MetricFamily>()
  const family = (name: string) => {
    const known = families.get(name)
    if (known) return known
    const made = { help: '', type: '', samples: new Map<string, number>() }
    families.set(name, made)
    return made
  }
  for (const line of text.split('\n').filter(Boolean)) {
    const [, word, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? []
    if (word === 'HELP') family(name).help = rest
    else if (word === 'TYPE') family(name).type = rest
    else readSample(line, families)
  }
  return families
}

function readSample(line: string, families: ReadonlyMap<string, MetricFamily>): void {
  const [, series, name = '', value] = /^(([a-z0-9_]+)(?:\{.*\})?) (\S+)$/.exec(line) ?? []
  const family = families.get(name) ?? families.get(name.replace(/_(bucket|sum|count)$/, ''))
  if (series === undefined || !family) throw new Error(`this is no metric: ${line}`)
  family.samples.set(series, Number(value === '+Inf' ? Number.POSITIVE_INFINITY : value))
}

/** The value of one series, with its labels as they are written; undefined where there is none. */
export function sample(families: ReadonlyMap<string, MetricFamily>, series: string) {
  return families.get(series.replace(/\{.*/, ''))?.samples.get(series)
}
