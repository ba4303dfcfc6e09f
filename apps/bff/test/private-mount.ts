import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** How a program is to be started so that its data folder is a file system of its own. */
export interface PrivateMount {
  folder: string
  /** Put before the program and its arguments. */
  prefix: readonly [string, ...string[]]
  remove(): void
}

const unshare = ['--map-root-user', '--mount'] as const

/** Whether this machine lets anybody mount a file system that only one process sees: Linux usually does. */
export const canMount =
  process.platform === 'linux' &&
  spawnSync('unshare', [...unshare, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0

/**
 * A file system in memory, with these options of mount(8), that only the program started by it sees, and that
 * is gone with it; with `isFull` there is no room left in it. Others reach it at `/proc/<pid>/root` and its folder.
 */
export function privateMount(options: string, { isFull = false } = {}): PrivateMount {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdp-watch-mount-'))
  const fill = isFull ? `cat /dev/zero >${folder}/ballast 2>/dev/null;` : ''
  const script = `mount -t tmpfs -o ${options} tmpfs ${folder} && { ${fill} exec "$@"; }`
  return {
    folder,
    prefix: ['unshare', ...unshare, 'sh', '-c', script, 'sh'],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
