import { ask, createAgents } from './load.ts'
import type { SampleRow } from './questions.ts'

const sampleOffsets = 12
const sampleLimit = 500

/** Sessions that did not go well, from all of the history. Rejects where there are none. */
export async function sampleRows(address: string): Promise<SampleRow[]> {
  const agents = createAgents(1)
  const search = `${address}health=failed&health=warning&limit=${sampleLimit}`
  const read = async (offset: number): Promise<{ items: SampleRow[]; total: number }> => {
    const at = new URL(`${search}&offset=${offset}`)
    return JSON.parse((await ask(agents, { url: at, headers: {} })).body.toString('utf8'))
  }
  try {
    const { items, total } = await read(0)
    if (items.length === 0) throw new Error('no session went wrong: there is nothing to ask about')
    const rows = [...items]
    for (let part = 1; part < sampleOffsets; part += 1) {
      rows.push(...(await read(Math.floor((part * total) / sampleOffsets))).items)
    }
    return rows
  } finally {
    agents.close()
  }
}
