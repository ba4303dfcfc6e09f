import { charClass, classAt } from './character-class.ts'
import type { Context } from './context.ts'
import { wordEnd } from './word-run.ts'

/** A word of a text by its UTF-16 offsets, `folded` in lower case, with the words before it. */
interface Place {
  readonly folded: string
  readonly at: number
  readonly end: number
  readonly context: Context
}

/** What a name of may stand right after: `CDP proxy bergen`. */
const roles: ReadonlySet<string> = new Set(['proxy', 'host'])
/** The same in scripts that are not Latin, as endings of words; a Latin word after one is a name. */
const foreignRoles =
  'プロキシ ホスト サーバー 主机 代理 服务器 프록시 호스트 서버 שרת מארח وكيل مضيف خادم'.split(' ')

/** What else stands right after a role in what the vendor and the systems say. */
const otherWords: ReadonlySet<string> = new Set(
  `about account adapter again against agent alarm alarms all already also always and any anymore appliance
  are backlog bandwidth because been before between boot buffer buffers bus but cache can cannot card
  certificate client clock cluster code component computer controller cores could cpu crash crashes data
  datastore denies did disk disks does down due during either esx esxi event fails fault faults file files
  filter firewall firmware for from group had handshake hangs hardware has hat have health heap heartbeat how
  hung ikke instead into ist its itself job kann kernel key konnte kunne latency later level limit limits
  link list load lock lockdown log loss lost may memory mismatch mode must name names network never nicht nor
  not now off offline offset once online only out outage over overload owner panic path peer policy pool
  port power process processor profile proxy queue ram reboot reboots refuses rejects reply request requests
  reset resource resources responds restart restarts rights role root server servers service services set
  settings shall should side since software space speed ssl stack state status still stops storage
  subsystem swap switch system tag task than that the their then there this thread through time timeout tls
  today token tools traffic trust twice type und under unit until unknown upgrade uptime usage user users
  vendor version via war was watchdog were when where which while will wird with within without workload
  works would wurde yet`.split(/\s+/),
)
/** Endings of words that tell what happens or how it is: `disconnected`, `maintenance`, `unreachable`. */
const tellingEnding =
  /(?:ed|ing|ions?|ments?|able|ible|ly|ity|ness|ance|ence|ures?|als?|ers'|ts'|es')$/
/** What goes on after a name. */
const goingOn: ReadonlySet<string> = new Set(
  'is was has had cannot could can does did will in on at to for with by and or from after while ist wurde hat er har ble'.split(
    ' ',
  ),
)
const marksAfter = '.,;:!?()"\n'
const shortestName = 3

/** Roles in short, with which people begin names: `prx-oslo`, `esx-west`. */
const rolePrefixes: ReadonlySet<string> = new Set(
  'proxy prx esx esxi vbr srv vcenter vcsa nas san host node'.split(' '),
)
const longestPrefix = Math.max(...Array.from(rolePrefixes, (role) => role.length))
/** Of words such as `host-based`. */
const compoundEnds: ReadonlySet<string> = new Set(
  `affinity agnostic assisted attached aware based bound connected facing free group id independent initiated
  internal less level local managed mode name only pool profile side specific to type wide`.split(
    /\s+/,
  ),
)

/**
 * Whether a plain word is the name of a host or a proxy, which EM does not tell: by the role before it and
 * what goes on after it, or by the role that it begins with.
 */
export function isInfrastructureName(place: Place): boolean {
  return isNamedAfterRole(place) || beginsWithRole(place)
}

function isNamedAfterRole({ folded, at, end, context: { last } }: Place): boolean {
  if (end - at < shortestName) return false
  if (roles.has(last)) {
    const word = folded.slice(at, end)
    if (otherWords.has(word) || goingOn.has(word) || tellingEnding.test(word)) return false
    return isRightAfter(folded, at, last) && goesOnAfterName(folded, end)
  }
  const isForeign = last !== '' && classAt(last, last.length - 1) !== charClass.latin
  return (
    isForeign &&
    classAt(folded, at) === charClass.latin &&
    foreignRoles.some((role) => last.endsWith(role)) &&
    isRightAfter(folded, at, last)
  )
}

/** Whether nothing but a blank is between the last word and this place. */
function isRightAfter(folded: string, at: number, last: string): boolean {
  const before = folded.charAt(at - 1) === ' ' ? at - 1 : at
  return folded.startsWith(last, before - last.length)
}

function goesOnAfterName(folded: string, end: number): boolean {
  const isApart = folded.charAt(end) === ' '
  const next = folded.charAt(isApart ? end + 1 : end)
  if (next === '' || marksAfter.includes(next)) return true
  return isApart && goingOn.has(folded.slice(end + 1, wordEnd(folded, end + 1)))
}

function beginsWithRole({ folded, at, end }: Place): boolean {
  const limit = Math.min(end, at + longestPrefix + 1)
  let hyphen = at
  while (hyphen < limit && folded.charAt(hyphen) !== '-') hyphen += 1
  if (hyphen === limit || !rolePrefixes.has(folded.slice(at, hyphen))) return false
  const parts = folded.slice(hyphen + 1, end).split('-')
  return parts.every((part) => !compoundEnds.has(part))
}
