import { exit, stdout } from 'node:process'
import {
  bundleBudget,
  sumGzip,
  type WeighedFile,
  wallBudget,
  weighFirstPaint,
  weighWall,
} from './bundle.ts'

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10)

/** Prints what the files weigh; gives whether that is too much. */
function report(page: string, files: readonly WeighedFile[], budget: number): boolean {
  const total = sumGzip(files)
  const lines = files.map(
    ({ file, bytes, gzipBytes }) => `${kilobytes(bytes)} ${kilobytes(gzipBytes)}  ${file}`,
  )
  stdout.write(`Initial JavaScript of ${page} (size, after gzip):\n`)
  stdout.write(`${lines.join('\n')}\n`)
  stdout.write(`${''.padStart(10)} ${kilobytes(total)}  of ${kilobytes(budget).trim()} allowed\n`)
  const isTooMuch = total > budget
  if (isTooMuch) stdout.write(`That is ${kilobytes(total - budget).trim()} too much.\n`)
  return isTooMuch
}

const tooMuch = [
  report('the Sessions page', weighFirstPaint(), bundleBudget),
  report('the wall', weighWall(), wallBudget),
]
if (tooMuch.includes(true)) exit(1)
