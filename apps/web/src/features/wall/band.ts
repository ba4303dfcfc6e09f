/** What is told across the screen. `alarm`: do not trust the picture; `notice`: it is true, with this in mind. */
export interface Band {
  readonly kind: string
  readonly tone: 'alarm' | 'notice'
  readonly title: string
  readonly words: string
}
