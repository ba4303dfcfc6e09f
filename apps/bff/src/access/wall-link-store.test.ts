import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type MadeLink, WallLinkStore } from './wall-link-store.ts'

const day = 24 * 3600_000

function made(link: MadeLink | undefined): MadeLink {
  if (link === undefined) throw new Error('no link was made')
  return link
}

function openStore() {
  const dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'cdp-watch-links-')), 'data')
  const open = () => {
    const store = new WallLinkStore(dataDir)
    onTestFinished(() => {
      store.close()
      rmSync(dataDir, { recursive: true, force: true })
    })
    return store
  }
  return { store: open(), open, file: path.join(dataDir, 'cdp-watch-access.sqlite') }
}

it('keeps links over restarts, of their secrets the hashes alone, for its own account to read', () => {
  const { store, open, file } = openStore()
  const { id, secret } = made(store.make('NOC', 'LAB\\anna', 1000))
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  store.see(id, { address: '10.0.0.1', version: 'x' }, 5000)
  store.seePage(id, '1.2.3')
  store.close()
  const again = open()
  expect(again.find(secret)).toEqual({ id, isRevoked: false })
  expect(again.find(`${secret}x`)).toBeUndefined()
  expect(again.list(9000)).toEqual([
    {
      id,
      name: 'NOC',
      createdUTC: '1970-01-01T00:00:01.000Z',
      madeBy: 'LAB\\anna',
      lastSeenUTC: '1970-01-01T00:00:05.000Z',
      address: '10.0.0.1',
      version: 'x',
      pageVersion: '1.2.3',
      revokedUTC: null,
    },
  ])
  again.close()
  expect(readFileSync(file).includes(secret)).toBe(false)
  expect(statSync(file).mode & 0o077).toBe(0)
})

it('tells what was revoked, by whichever process, and forgets it after 30 days', () => {
  const { store, open } = openStore()
  const { id, secret } = made(store.make('NOC', null, 0))
  const other = open()
  expect(store.isGood(id)).toBe(true)
  expect(other.revoke(id, day)).toBe(true)
  expect(other.revoke(id, day)).toBe(false)
  expect(store.isGood(id)).toBe(false)
  expect(store.find(secret)).toEqual({ id, isRevoked: true })
  expect(store.list(31 * day)).toHaveLength(1)
  expect(store.list(31 * day + 1)).toHaveLength(0)
  expect(store.find(secret)).toBeUndefined()
})

it('has one good link of a name, in whatever case and by whichever process', () => {
  const { store, open } = openStore()
  const { id } = made(store.make('NOC north', null, 0))
  const other = open()
  expect(other.make('noc North', 'LAB\\anna', 1)).toBeUndefined()
  expect(store.list(1)).toHaveLength(1)
  store.revoke(id, 2)
  expect(other.make('noc North', 'LAB\\anna', 3)).toMatchObject({ name: 'noc North' })
})
