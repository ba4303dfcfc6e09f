import { describe, expect, it } from 'vitest'
import { whyOfTexts } from './kept-texts.ts'
import { nameSetOf } from './name-set.ts'

const names = nameSetOf([])

describe('whyOfTexts', () => {
  it('gives each text with its VMs, worst first', () => {
    const why = whyOfTexts(
      [
        { text: 'slow', source: 'tasks', health: 'warning', vms: ['c'] },
        { text: 'lost', source: 'tasks', health: 'failed', vms: ['a', 'b'] },
      ],
      names,
    )
    expect(why).toMatchObject({
      kind: 'vm-reasons',
      groups: [
        { lead: { text: 'lost', worst: { health: 'failed', standing: 'now' } } },
        { lead: { text: 'slow' } },
      ],
      silent: [],
    })
  })

  it.each([
    ['none', []],
    [
      "the session's own",
      [{ text: 'x', source: 'session' as const, health: 'failed' as const, vms: [] }],
    ],
  ])('is nothing without texts of VMs: %s', (_, texts) =>
    expect(whyOfTexts(texts, names)).toBeUndefined(),
  )
})
