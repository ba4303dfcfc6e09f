import { exit, stdout } from 'node:process'
import { bundleBudget, sumGzip, weighFirstPaint } from './bundle.ts'

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10)

const files = weighFirstPaint()
const total = sumGzip(files)
const lines = files.map(
  ({ file, bytes, gzipBytes }) => `${kilobytes(bytes)} ${kilobytes(gzipBytes)}  ${file}`,
)
stdout.write('Initial JavaScript of the Sessions page (size, after gzip):\n')
stdout.write(`${lines.join('\n')}\n`)
stdout.write(
  `${''.padStart(10)} ${kilobytes(total)}  of ${kilobytes(bundleBudget).trim()} allowed\n`,
)
if (total > bundleBudget) {
  stdout.write(`That is ${kilobytes(total - bundleBudget).trim()} too much.\n`)
  exit(1)
}
