/**
 * Keeps the screen from going dark where the browser can, for as long as the page is shown. A browser
 * that refuses (a battery that is low, a page that is not shown) is asked again when the page is shown anew.
 */
export function keepAwake(): void {
  if (!('wakeLock' in navigator)) return
  const ask = () => {
    if (document.visibilityState !== 'visible') return
    navigator.wakeLock.request('screen').catch((cause: unknown) => {
      if (!(cause instanceof DOMException)) throw cause
    })
  }
  document.addEventListener('visibilitychange', ask)
  ask()
}

/** Two short tones. Silent until a person has clicked once, where the browser asks for that. */
export class Chime {
  #context: AudioContext | undefined

  /** Makes it ready where the browser lets it be; to be called again when a person does something. */
  allow(): void {
    this.#context ??= new AudioContext()
    if (this.#context.state === 'suspended') void this.#context.resume()
  }

  /** Whether it can be heard. */
  get isAllowed(): boolean {
    return this.#context?.state === 'running'
  }

  sound(): void {
    const context = this.#context
    if (context?.state !== 'running') return
    for (const [index, hertz] of [659, 523].entries()) {
      const begin = context.currentTime + index * 0.22
      const tone = new OscillatorNode(context, { frequency: hertz })
      const volume = new GainNode(context, { gain: 0 })
      volume.gain.setValueAtTime(0.2, begin)
      volume.gain.exponentialRampToValueAtTime(0.001, begin + 0.4)
      tone.connect(volume).connect(context.destination)
      tone.start(begin)
      tone.stop(begin + 0.4)
    }
  }
}
