/** What this thread has used of processors so far, ms; the kernel counts in steps of some milliseconds. */
export function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
