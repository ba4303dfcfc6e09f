import { readFileSync } from 'node:fs'

/** Ticks of `/proc`, which counts in hundredths of a second on every Linux that Node runs on. */
const msPerTick = 10
const kbPerMb = 1024

/** What a process has used of processors since its start, all threads together, in milliseconds. Throws where it has ended. */
export function readCpuMs(pid: number): number {
  return parseCpuMs(readFileSync(`/proc/${pid}/stat`, 'utf8'))
}

/** What a process holds in memory (RSS) at this moment, in MB of 2^20 bytes. Throws where it has ended. */
export function readRssMb(pid: number): number {
  return parseRssMb(readFileSync(`/proc/${pid}/status`, 'utf8'))
}

/** User and system time in `/proc/<pid>/stat`, in milliseconds. Throws where the text is none. */
export function parseCpuMs(stat: string): number {
  // The program's name stands in parentheses and may hold both spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ms = (Number(fields[11]) + Number(fields[12])) * msPerTick
  if (Number.isNaN(ms)) throw new Error(`no times of a process: ${stat}`)
  return ms
}

/** VmRSS in `/proc/<pid>/status`, in MB. Throws where the text has none. */
export function parseRssMb(status: string): number {
  const kb = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  if (kb === undefined) throw new Error(`no memory of a process: ${status}`)
  return Number(kb) / kbPerMb
}
