import type { VariableKind } from '../variable-kinds.ts'
import { charClass, classAt } from './character-class.ts'

/** Units by kind, folded, in the languages that Windows and people write them in. */
const unitsOf: readonly (readonly [VariableKind, string])[] = [
  [
    'duration',
    `ms msec msecs millisecond milliseconds s sec secs second seconds min mins minute minutes h hr hrs hour
    hours d day days week weeks sek sekunde sekunden millisekunde millisekunden minuten std stunde stunden
    tag tage tagen woche wochen sekund sekunder millisekunder minutt minutter minuter timer dag dager
    dagar dage uke uker seconde secondes heure heures jour jours segundo segundos minuto minutos hora horas
    día días dia dias secondi minuti ore giorni сек секунда секунды секунд мин минута минуты минут ч час
    часа часов день дня дней 초 분 시간 일 秒 秒間 分 分間 時間 日 日間 毫秒 分钟 小时 天 שניות שניה דקות דקה
    שעות שעה ימים ثانية ثوان ثواني دقيقة دقائق ساعة ساعات يوم أيام`,
  ],
  [
    'size',
    `b byte bytes kb mb gb tb pb kib mib gib tib pib bit bits kbit mbit gbit bps kbps mbps gbps kb/s mb/s
    gb/s kib/s mib/s gib/s b/s octets бит байт кб мб гб тб バイト 바이트 字节 בתים بايت`,
  ],
  ['number', 'hz khz mhz ghz iops'],
  ['percent', 'percent prozent prosent procent pourcent パーセント'],
]

/** The kind of amount that a folded unit makes. */
export const unitKinds: ReadonlyMap<string, VariableKind> = new Map(
  unitsOf.flatMap(([kind, units]) => units.split(/\s+/).map((unit) => [unit, kind] as const)),
)

/** No unit is longer, in UTF-16 code units. */
export const longestUnit = Math.max(...[...unitKinds.keys()].map((unit) => unit.length))

/** Lengths of the units of scripts without blanks, longest first: nothing but the unit itself tells where it ends. */
export const unspacedUnitLengths: readonly number[] = [
  ...new Set(
    [...unitKinds.keys()]
      .filter((unit) => classAt(unit, 0) === charClass.ideograph)
      .map((unit) => unit.length),
  ),
].toSorted((a, b) => b - a)
