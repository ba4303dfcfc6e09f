import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { it, type TestContext } from 'vitest'

type ToolTest = (
  name: string,
  run: (context: TestContext) => void | Promise<void>,
  timeoutMs?: number,
) => void

/** Whether a program is on the path. */
function isInstalled(tool: string): boolean {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, tool), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/**
 * `it` for tests that need a program which does not come with npm. Where it is not installed they are
 * skipped, and say so; with REQUIRE_TOOLS=1 they fail instead.
 */
export function itWith(tool: string): ToolTest {
  if (isInstalled(tool)) return (name, run, timeoutMs) => it(name, run, timeoutMs)
  const why = `${tool} is not installed`
  if (process.env.REQUIRE_TOOLS !== '1') return (name) => it.skip(`${name} (${why})`)
  return (name) =>
    it(name, () => {
      throw new Error(`${why}, though REQUIRE_TOOLS=1 asks for it.`)
    })
}

/** What a program wrote, and its exit code. */
export function runTool(
  tool: string,
  args: readonly string[],
  cwd: string,
): { code: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(tool, args, { cwd, encoding: 'utf8' })
  return { code: status, text: `${stdout}${stderr}` }
}
