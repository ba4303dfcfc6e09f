/** Variable that tells a BFF how far its clock is moved, in milliseconds; see bff-clock.ts. */
export const clockVariable = 'E2E_CLOCK_OFFSET_MS'

/**
 * Moves what `Date` says by so many milliseconds; timers keep running as they do. All it needs
 * stands inside it, since it also runs in the page.
 */
export function shiftClock(offsetMs: number): void {
  const RealDate = Date
  const now = () => RealDate.now() + offsetMs
  globalThis.Date = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  })
}
