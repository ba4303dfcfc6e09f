import { describe, expect, it } from 'vitest'
import { scan } from './scan.ts'

const noNames = { vms: [], policies: [], backupServers: [], sessions: [], proxies: [] }

function namesIn(text: string): string[] {
  return scan(text, noNames).tokens.flatMap((token) =>
    token.kind === 'variable' ? [`${token.variable} ${text.slice(token.start, token.end)}`] : [],
  )
}

describe('a plain word is the name of a host or a proxy', () => {
  it.each<[string, string[]]>([
    ['Cache of CDP proxy alpha is full', ['proxy alpha']],
    ['CACHE OF CDP PROXY ALPHA IS FULL', ['proxy ALPHA']],
    [
      'Link between source proxy alpha and target proxy beta, host Bergen.',
      ['proxy alpha', 'proxy beta', 'host Bergen'],
    ],
    ['Failed to open a channel to CDP proxy alpha (It was closed.)', ['proxy alpha']],
    ['No answer of host bergen', ['host bergen']],
    ['Der Host bergen ist aus', ['host bergen']],
    ['Service on prx-oslo is not running, esx-west:902 is', ['name prx-oslo', 'name esx-west:902']],
    ['プロキシ alpha に接続できません', ['name alpha']],
    ['プロキシalphaに接続できません', ['name alpha']],
    ['החיבור לשרת alpha נותק', ['name alpha']],
  ])('%s', (text, names) => expect(namesIn(text)).toEqual(names))
})

describe('no name is what else stands there', () => {
  it.each([
    'Host disconnected.',
    'The host is down, and the host will reboot.',
    'Host not found. No route to host from here',
    'Proxy lost connection',
    'Proxy cache is full on the host, proxy service was stopped',
    'Target host maintenance is under way',
    'Closed by the remote host.',
    'The remote host closed the connection.',
    'Host unreachable, host offline, host failure.',
    'Waiting for proxy again.',
    'The host-based and proxy-side filters, node-to-node',
    'Lost connection to host due to errors',
    'Host ist in Wartung. Host nicht gefunden.',
    'The proxy: alpha is full',
    'Проверка alpha, サービス alpha',
  ])('%s', (text) => expect(namesIn(text)).toEqual([]))
})
