import { stat, statfs } from 'node:fs/promises'
import { Gauge, type Registry } from 'prom-client'
import { dataFile, dataFiles } from '../../data-files.ts'

/** Tells how much room the data folder takes, and how much there is. What is not there or cannot be looked at is left out. */
export function createDiskMetrics(registry: Registry, dataDir: string): () => Promise<void> {
  const size = new Gauge({
    name: 'cdp_watch_data_file_bytes',
    help: 'Size of a database of the data folder, with its write-ahead log.',
    labelNames: ['file'] as const,
    registers: [registry],
  })
  const free = new Gauge({
    name: 'cdp_watch_data_free_bytes',
    help: 'Room that is left on the disk of the data folder.',
    registers: [registry],
  })
  return async () => {
    for (const file of dataFiles) {
      const path = dataFile(dataDir, file)
      const bytes = await Promise.all([path, `${path}-wal`].map(sizeOf))
      const known = bytes.filter((each) => each !== undefined)
      if (known.length === 0) size.remove({ file })
      else
        size.set(
          { file },
          known.reduce((sum, each) => sum + each),
        )
    }
    const disk = await statfs(dataDir).catch(leftOut)
    if (disk) free.set(disk.bavail * disk.bsize)
    else free.remove()
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  return (await stat(file).catch(leftOut))?.size
}

/** A disk that fails is told by the index; it shall not take all other numbers with it. */
function leftOut(): undefined {
  return undefined
}
