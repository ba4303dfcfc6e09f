import type { CorpusCause } from './corpus-cause.ts'

const frames = (count: number, line: number) =>
  Array.from(
    { length: count },
    (_, frame) =>
      `   at Replication.Core.Pipeline.Stage${frame}.Process(VmContext context) in D:\\build\\src\\Stage.cs:line ${frame * line + 11}`,
  ).join('\r\n')
const lines = (count: number, what: string) =>
  Array.from({ length: count }, (_, index) => `Block ${index * 7 + 3}: ${what}`).join('\n')

/** Texts that are long, hold markup or quotes, or come from something in between. */
export const oddCauses: readonly CorpusCause[] = [
  {
    cause: 'unhandled exception with a stack trace',
    texts: [
      `Unhandled exception while processing {vm}: System.AggregateException: One or more errors occurred.\r\n${frames(3, 37)}\r\n--- End of stack trace ---`,
      `Unhandled exception while processing {vm}: System.AggregateException: One or more errors occurred.\r\n${frames(40, 11)}\r\n--- End of stack trace ---`,
      `Unhandled exception while processing {vm}: System.AggregateException: One or more errors occurred.\n${frames(120, 3)}\n--- End of stack trace ---`,
      `Processing {vm} Error: Unhandled exception while processing {vm}: System.AggregateException: One or more errors occurred.\r\n${frames(7, 5)}\r\n--- End of stack trace ---`,
      `Unhandled exception while processing "{vm}": System.AggregateException: One or more errors occurred.\r\n${frames(1, 5)}\r\n--- End of stack trace ---`,
    ],
  },
  {
    cause: 'unhandled null reference with a stack trace',
    texts: [
      `Unhandled exception while processing {vm}: System.NullReferenceException: Object reference not set to an instance of an object.\r\n${frames(3, 37)}\r\n--- End of stack trace ---`,
      `Unhandled exception while processing {vm}: System.NullReferenceException: Object reference not set to an instance of an object.\r\n${frames(40, 11)}\r\n--- End of stack trace ---`,
      `Unhandled exception while processing {vm}: System.NullReferenceException: Object reference not set to an instance of an object.\n${frames(120, 3)}\n--- End of stack trace ---`,
      `Unhandled exception while processing {vm}: System.NullReferenceException: Object reference not set to an instance of an object.\r\n${frames(7, 5)}\r\n--- End of stack trace ---`,
    ],
  },
  {
    cause: 'script said markup',
    texts: [
      `Script "C:\\scripts\\pre freeze.cmd" on {vm} said: 'can't open "D:\\Log"', <b>exit 5</b> & stopped; a==b, c!=d`,
      `Script "C:\\scripts\\other.ps1" on {vm} said: 'can't open "E:\\Logs\\2"', <b>exit 7</b> & stopped; a==b, c!=d`,
      `Script "/usr/local/bin/freeze.sh" on {vm} said: 'can't open "/var/log/x"', <b>exit 127</b> & stopped; a==b, c!=d.`,
      `Script 'freeze-2.cmd' on {vm} said: 'can't open "D:\\Log"', <b>exit 5</b> & stopped; a==b, c!=d`,
      `Processing {vm} Error: Script "C:\\scripts\\pre freeze.cmd" on {vm} said: 'can't open "D:\\Log"', <b>exit 5</b> & stopped; a==b, c!=d`,
    ],
  },
  {
    cause: 'HTML page instead of an answer',
    texts: [
      '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr>gw-01.lab, request 4f9a1c77b2, 2026-11-22 01:00:08</body></html>',
      '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr>gw-02.lab, request 8812aa01ff, 2026-11-23 11:40:59</body></html>',
      '<html><head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center><hr>10.0.0.1, request 00aa11bb22cc, 22.11.2026 01:00</body></html>\r\n',
      '<HTML><HEAD><TITLE>502 Bad Gateway</TITLE></HEAD><BODY><CENTER><H1>502 Bad Gateway</H1></CENTER><HR>GW-04.LAB, request 90ab12cd34, 2026-11-22 01:00:08</BODY></HTML>',
      '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr>gw-05, request 5be3, 2026-11-22T01:00:08Z</body></html>',
    ],
  },
  {
    cause: 'blocks with wrong checksum',
    texts: [
      `Verification of the replica of {vm} failed.\n${lines(2, 'checksum is wrong')}`,
      `Verification of the replica of {vm} failed.\n${lines(90, 'checksum is wrong')}`,
      `Verification of the replica of {vm} failed.\r\n${lines(400, 'checksum is wrong')}\r\n`,
      `Verification of the replica of "{vm}" failed.\n${lines(1, 'checksum is wrong')}`,
      `Processing {vm} Error: Verification of the replica of {vm} failed.\n${lines(17, 'checksum is wrong')}`,
    ],
  },
  {
    cause: 'blocks that cannot be read',
    texts: [
      `Verification of the replica of {vm} failed.\n${lines(2, 'cannot be read')}`,
      `Verification of the replica of {vm} failed.\n${lines(90, 'cannot be read')}`,
      `Verification of the replica of {vm} failed.\r\n${lines(400, 'cannot be read')}\r\n`,
      `Verification of the replica of {vm} failed.\n${lines(17, 'cannot be read')}`,
    ],
  },
]
