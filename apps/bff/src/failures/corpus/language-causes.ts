import type { CorpusCause } from './corpus-cause.ts'

/**
 * Texts that are not English, most of them from the guest's or the proxy's operating system. A cause told
 * in two languages has two labels: nobody expects the words to be translated.
 */
export const languageCauses: readonly CorpusCause[] = [
  {
    cause: 'German: transfer failed, cache too large',
    texts: [
      'Fehler beim Übertragen von „{vm}“: Die Größe des Zwischenspeichers auf {proxy} überschreitet das zulässige Maß (100 GB) seit 5 Minuten.',
      'Fehler beim Übertragen von „{vm}“: Die Größe des Zwischenspeichers auf {proxy} überschreitet das zulässige Maß (1,5 TB) seit 1 Minute.',
      'Fehler beim Übertragen von "{vm}": Die Größe des Zwischenspeichers auf {proxy} überschreitet das zulässige Maß (50 GB) seit 30 Sekunden',
      'Fehler beim Übertragen von »{vm}«: Die Größe des Zwischenspeichers auf {proxy} überschreitet das zulässige Maß (100 GB) seit 2 Std. 5 Min.',
      'Fehler beim Übertragen von {vm}: Die Größe des Zwischenspeichers auf {proxy} überschreitet das zulässige Maß (100 GB) seit 3 Tagen.',
      'Fehler beim U\u0308bertragen von „{vm}“: Die Größe des Zwischenspeichers auf {proxy} überschreitet das zulässige Maß (7 GB) seit 5 Minuten.',
    ],
  },
  {
    cause: 'German: connection closed (10054)',
    texts: [
      'Processing {vm} Error: Eine vorhandene Verbindung zu {proxy} wurde vom Remotehost geschlossen. Fehlercode: 10054',
      'Processing {vm} Error: Eine vorhandene Verbindung zu {proxy}:6182 wurde vom Remotehost geschlossen. Fehlercode: 10054.',
      'Eine vorhandene Verbindung zu {proxy} wurde vom Remotehost geschlossen. Fehlercode: 10054',
      'Eine vorhandene Verbindung zu 10.0.0.4 wurde vom Remotehost geschlossen. Fehlercode 10054',
      'Eine vorhandene Verbindung zu „{proxy}“ wurde vom Remotehost geschlossen. Fehlercode: 10054',
      'Eine vorhandene Verbindung zu prx-3.lab wurde vom Remotehost geschlossen. Fehlercode = 10054',
    ],
  },
  {
    cause: 'German: connection closed (10060)',
    texts: [
      'Processing {vm} Error: Eine vorhandene Verbindung zu {proxy} wurde vom Remotehost geschlossen. Fehlercode: 10060',
      'Eine vorhandene Verbindung zu {proxy} wurde vom Remotehost geschlossen. Fehlercode: 10060',
      'Eine vorhandene Verbindung zu 10.0.0.4 wurde vom Remotehost geschlossen. Fehlercode 10060',
      'Eine vorhandene Verbindung zu „{proxy}“ wurde vom Remotehost geschlossen. Fehlercode: 10060',
      'Eine vorhandene Verbindung zu prx-3.lab wurde vom Remotehost geschlossen. Fehlercode: 10060.',
    ],
  },
  {
    cause: 'Norwegian: snapshot could not be taken',
    texts: [
      'Kunne ikke ta øyeblikksbilde av {vm} på vert esx-01.lab: 3 forsøk på 40 sekunder, siste kl. 01:00:08',
      'Kunne ikke ta øyeblikksbilde av {vm} på vert esx-02.lab: 1 forsøk på 5 minutter, siste kl. 13:59.',
      'Kunne ikke ta øyeblikksbilde av «{vm}» på vert 10.0.0.3: 12 forsøk på 2 timer, siste kl. 01:00:08',
      'Kunne ikke ta øyeblikksbilde av {vm} på vert «esx 4»: 3 forsøk på 1 minutt, siste kl. 23:10:00',
      'Processing {vm} Error: Kunne ikke ta øyeblikksbilde av {vm} på vert esx-05.lab: 3 forsøk på 40 sek, siste kl. 01:00:08',
      'KUNNE IKKE TA ØYEBLIKKSBILDE AV {vm} PÅ VERT ESX-06.LAB: 3 FORSØK PÅ 40 SEKUNDER, SISTE KL. 01:00:08',
    ],
  },
  {
    cause: 'Japanese: no connection to proxy',
    texts: [
      'プロキシ {proxy} に接続できません。仮想マシン {vm} のレプリケーションは30秒後に中断されました。',
      'プロキシ{proxy}に接続できません。仮想マシン{vm}のレプリケーションは5分後に中断されました。',
      'プロキシ「{proxy}」に接続できません。仮想マシン「{vm}」のレプリケーションは1時間30分後に中断されました',
      'プロキシ {proxy} に接続できません。 仮想マシン {vm} のレプリケーションは 90 秒後に中断されました。',
      'プロキシ 10.0.0.5:6182 に接続できません。仮想マシン {vm} のレプリケーションは30秒後に中断されました。',
      'プロキシ{proxy}に接続できません。仮想マシン{vm}のレプリケーションは120秒後に中断されました。',
    ],
  },
  {
    cause: 'Japanese: proxy refused',
    texts: [
      'プロキシ {proxy} に拒否されました。仮想マシン {vm} のレプリケーションは30秒後に中断されました。',
      'プロキシ{proxy}に拒否されました。仮想マシン{vm}のレプリケーションは5分後に中断されました。',
      'プロキシ「{proxy}」に拒否されました。仮想マシン「{vm}」のレプリケーションは1時間30分後に中断されました',
      'プロキシ {proxy} に拒否されました。 仮想マシン {vm} のレプリケーションは 90 秒後に中断されました。',
      'プロキシ 10.0.0.5:6182 に拒否されました。仮想マシン {vm} のレプリケーションは30秒後に中断されました。',
    ],
  },
  {
    cause: 'Hebrew: connection cut (10054)',
    texts: [
      'החיבור לשרת {proxy} נותק על ידי המארח ב-10.0.0.5 (קוד שגיאה: 10054)',
      'החיבור לשרת {proxy} נותק על ידי המארח ב-10.0.0.6 (קוד שגיאה: 10054).',
      'החיבור לשרת "{proxy}" נותק על ידי המארח ב-esx-03.lab (קוד שגיאה: 10054)',
      '\u200fהחיבור לשרת \u200e{proxy}\u200f נותק על ידי המארח ב-10.0.0.9 (קוד שגיאה: 10054)\u200f',
      'Processing {vm} Error: החיבור לשרת {proxy} נותק על ידי המארח ב-10.0.0.5 (קוד שגיאה: 10054)',
    ],
  },
  {
    cause: 'Arabic: no connection to proxy',
    texts: [
      'فشل الاتصال بالوكيل {proxy} أثناء معالجة {vm} بعد 30 ثانية',
      'فشل الاتصال بالوكيل {proxy} أثناء معالجة {vm} بعد 5 دقائق.',
      'فشل الاتصال بالوكيل «{proxy}» أثناء معالجة «{vm}» بعد 2 ساعات',
      'فشل الاتصال بالوكيل 10.0.0.3 أثناء معالجة {vm} بعد ٤٥ ثانية',
      'Processing {vm} Error: فشل الاتصال بالوكيل {proxy} أثناء معالجة {vm} بعد 30 ثانية',
    ],
  },
  {
    cause: 'Russian: disk read error',
    texts: [
      'Ошибка чтения диска «Жёсткий диск 1» виртуальной машины {vm}: прочитано 4096 байт из 8192, код 0x8007045D',
      'Ошибка чтения диска «Жёсткий диск 12» виртуальной машины {vm}: прочитано 0 байт из 512, код 0x8007045d.',
      'Ошибка чтения диска "Hard disk 3" виртуальной машины {vm}: прочитано 1 байт из 65536, код 0x8007045D',
      'Processing {vm} Error: Ошибка чтения диска «Жёсткий диск 1» виртуальной машины {vm}: прочитано 4096 байт из 8192, код 0x8007045D',
      'ОШИБКА ЧТЕНИЯ ДИСКА «Жёсткий диск 1» виртуальной машины {vm}: прочитано 4096 байт из 8192, код 0x8007045D',
    ],
  },
]
