import { readFileSync } from 'node:fs'

// Imported before the BFF's own code (`node --import`), in each of its threads: moves what `Date` says by the
// milliseconds in a file, also while it runs. Timers, and the clock that nobody sets, go on as they do.
const file = process.env.TEST_CLOCK_FILE ?? ''
const RealDate = Date
const now = () => RealDate.now() + Number(readFileSync(file, 'utf8'))
globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(now()).toString(),
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
})
