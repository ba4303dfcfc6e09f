import type { BackupServer } from './entities.ts'
import { type EntityRow, noDefects, type RowReading } from './row-reading.ts'
import { readAmount, readText } from './scalars.ts'

/** Reads a BackupServer. */
export function readBackupServerRow({ uid, fields, links }: EntityRow): RowReading<BackupServer> {
  const entity = {
    uid,
    name: readText(fields.get('name')) ?? links.alternate?.name ?? uid,
    description: readText(fields.get('description')),
    ipOrDnsName: readText(fields.get('ipordnsname')),
    port: readAmount(fields.get('port')),
    version: readText(fields.get('version')),
  }
  return { kind: 'entity', entity, defects: noDefects }
}
