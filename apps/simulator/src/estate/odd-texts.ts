import { elementAt } from './random.ts'

function stackTrace(vm: string): string {
  const frames = Array.from(
    { length: 120 },
    (_, frame) =>
      `   at Replication.Core.Pipeline.Stage${frame}.Process(VmContext context, CancellationToken token) in line ${frame * 37 + 11}`,
  )
  return [
    `Unhandled exception while processing ${vm}: System.AggregateException: One or more errors occurred.`,
    ...frames,
    '--- End of stack trace ---',
  ].join('\n')
}

/** Texts that are hard to show, store, quote or compare. The list is walked through in turn. */
const makers: readonly ((vm: string, proxy: string) => string)[] = [
  (vm) =>
    `Script "C:\\scripts\\pre freeze.cmd" on ${vm} said: 'can't open "D:\\Log"', <b>exit 5</b> & stopped; a==b, c!=d`,
  (vm) =>
    `<script>alert(1)</script><img src=x onerror="alert('${vm}')"> &lt;not a tag&gt; &amp; 100 % of ${vm}`,
  (vm, proxy) =>
    `فشل الاتصال بالوكيل ${proxy} أثناء معالجة ${vm}. החיבור נותק על ידי המארח (קוד 10054)`,
  (vm) =>
    `Line 1: replication of ${vm} stopped\r\nLine 2:\tsee the log\r\n\r\nLine 4: "quoted", comma, semicolon; =cmd()`,
  (vm, proxy) =>
    `プロキシ ${proxy} に接続できません。仮想マシン ${vm} のレプリケーションは中断されました。`,
  (vm) => stackTrace(vm),
  (vm, proxy) =>
    `Fehler beim Übertragen von „${vm}“: Die Größe des Zwischenspeichers auf ${proxy} überschreitet das zulässige Maß (Schlüssel ungültig – ß, ü, €).`,
  (vm) => `=HYPERLINK("http://example.invalid/?vm=${vm}","click")\u202Egnp.exe 🔥 𝒱𝑀 e\u0301`,
]

/** The odd text of a number (any non-negative integer), with the names of a VM and a proxy in it. */
export function oddText(variant: number, vm: string, proxy: string): string {
  return elementAt(makers, variant % makers.length)(vm, proxy)
}
