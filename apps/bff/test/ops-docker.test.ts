import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import { bffCommand, bffEnvironment, root } from '../../../scripts/root.ts'
import { environmentSchema } from '../src/environment.ts'

const lines = readFileSync(path.join(root, 'Dockerfile'), 'utf8')
  .replaceAll('\\\n', ' ')
  .split('\n')
const after = (word: string) =>
  lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))

it('is built on the Node that the project brings, by a pinned tag', () => {
  const bases = after('FROM').map((line) => line.split(' ')[0] ?? '')
  const stages = after('FROM').flatMap((line) => / AS (\w+)/.exec(line)?.[1] ?? [])
  const images = bases.filter((base) => !stages.includes(base))
  expect(new Set(images)).toEqual(new Set([`node:${packageJson.dependencies.node}-bookworm-slim`]))
})

it('copies what there is, and the manifest of every workspace', () => {
  const sources = after('COPY')
    .filter((line) => !line.startsWith('--from='))
    .flatMap((line) => line.split(' ').slice(0, -1))
  for (const source of sources) expect(existsSync(path.join(root, source)), source).toBe(true)
  const lock: { packages: Record<string, unknown> } = JSON.parse(
    readFileSync(path.join(root, 'package-lock.json'), 'utf8'),
  )
  const workspaces = Object.keys(lock.packages).filter((name) =>
    /^(apps|packages)\/[^/]+$/.test(name),
  )
  expect(workspaces.length).toBeGreaterThan(3)
  for (const workspace of workspaces) expect(sources).toContain(`${workspace}/package.json`)
})

it('starts what `npm start` starts, in the same way and not as root', () => {
  const [entry = ''] = after('ENTRYPOINT')
  expect(JSON.parse(entry)).toEqual([
    'node',
    ...bffCommand.map((part) => part.replace(root, '/app')),
  ])
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')))
  expect(last).toContain('USER node')
  const variables = Object.fromEntries(
    after('ENV').flatMap((line) =>
      line
        .trim()
        .split(/\s+/)
        .map((pair) => pair.split('=', 2)),
    ),
  )
  const { NODE_COMPILE_CACHE: _inTheCheckout, ...shared } = bffEnvironment
  expect(variables).toMatchObject(shared)
  const ours = Object.keys(variables).filter((name) => name in environmentSchema.shape)
  expect(ours.toSorted()).toEqual(['DATA_DIR', 'HOST', 'PORT'])
})
