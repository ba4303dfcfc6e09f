import type { Filling } from './shown-source.ts'

/** How far the first fill has come: `The index is being filled: 34 %.` */
export function fillingWords({ share }: Filling): string {
  return `The index is being filled: ${Math.floor(share * 100)} %.`
}
