import { stderr } from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningBff } from '../e2e/servers.ts'
import { type LoopDelay, loopDelayQuestion } from './loop-delay.ts'
import { readCpuMs, readRssMb } from './process-usage.ts'

/** What a BFF used while one thing was done. */
export interface Phase {
  name: string
  seconds: number
  /** Processor time of all its threads, milliseconds. */
  cpuMs: number
  /** Most memory seen and that at the end, MB. */
  rssPeakMb: number
  rssEndMb: number
  loop: LoopDelay
}

const memoryEveryMs = 250
const answerPatienceMs = 10_000

/** Watches a BFF that was started with loop-delay.ts: memory, processor time and event loop, phase by phase. */
export class PhaseWatch {
  readonly phases: Phase[]
  readonly #child: RunningBff['child']
  readonly #pid: number
  #peakMb = 0
  #timer: NodeJS.Timeout

  /** `phases`: those of BFFs before it, to which its own are added. */
  constructor({ child }: RunningBff, phases: Phase[]) {
    if (child.pid === undefined) throw new Error('the BFF has no process')
    this.phases = phases
    this.#child = child
    this.#pid = child.pid
    this.#timer = setInterval(() => this.#look(), memoryEveryMs)
  }

  /** Processor time of the BFF since its start, milliseconds. */
  get cpuMs(): number {
    return readCpuMs(this.#pid)
  }

  /** Notes as a phase what was since its process was started, `seconds` ago. */
  async noteStart(name: string, seconds: number): Promise<void> {
    this.#look()
    await this.#note({ name, seconds, cpuMs: this.cpuMs })
  }

  /** Does it, and notes what the BFF used meanwhile. Rejects as it does. */
  async during<T>(name: string, work: () => Promise<T>): Promise<T> {
    stderr.write(`${name} …\n`)
    await askLoop(this.#child)
    this.#peakMb = 0
    this.#look()
    const begun = performance.now()
    const cpuBefore = this.cpuMs
    const result = await work()
    const seconds = (performance.now() - begun) / 1000
    await this.#note({ name, seconds, cpuMs: this.cpuMs - cpuBefore })
    return result
  }

  /** Call it before the BFF is stopped: then there is nothing to look at any more. */
  stop(): void {
    clearInterval(this.#timer)
  }

  async #note(phase: Pick<Phase, 'name' | 'seconds' | 'cpuMs'>): Promise<void> {
    const loop = await askLoop(this.#child)
    this.#look()
    this.phases.push({
      ...phase,
      rssPeakMb: this.#peakMb,
      rssEndMb: readRssMb(this.#pid),
      loop,
    })
  }

  #look(): void {
    this.#peakMb = Math.max(this.#peakMb, readRssMb(this.#pid))
  }
}

async function askLoop(child: RunningBff['child']): Promise<LoopDelay> {
  const early = new AbortController()
  const answer = new Promise<LoopDelay>((resolve) => {
    const listen = (message: unknown) => {
      const delay = readDelay(message)
      if (!delay) return
      child.off('message', listen)
      resolve(delay)
    }
    child.on('message', listen)
  })
  child.send(loopDelayQuestion)
  try {
    return await Promise.race([
      answer,
      sleep(answerPatienceMs, undefined, { signal: early.signal }).then(() => {
        throw new Error('the BFF does not tell of its event loop')
      }),
    ])
  } finally {
    early.abort()
  }
}

function readDelay(message: unknown): LoopDelay | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  const delay: unknown = Reflect.get(message, loopDelayQuestion)
  if (typeof delay !== 'object' || delay === null) return undefined
  const number = (key: keyof LoopDelay) => Number(Reflect.get(delay, key))
  return { maxMs: number('maxMs'), p99Ms: number('p99Ms'), ownMs: number('ownMs') }
}
