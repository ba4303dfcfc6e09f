import path from 'node:path'
import { type Liveness, livenessPath } from '@cdp-watch/contract'
import express from 'express'

const app = express()
app.get(livenessPath, (_req, res) => {
  const liveness: Liveness = { status: 'alive', node: process.version }
  res.json(liveness)
})
app.use(express.static(path.resolve(import.meta.dirname, '../../web/dist')))
const server = app.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) {
    process.stdout.write(`CDP Watch is at http://127.0.0.1:${address.port}\n`)
  }
})
