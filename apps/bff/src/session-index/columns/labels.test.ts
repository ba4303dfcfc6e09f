import { describe, expect, it } from 'vitest'
import { Labels } from './labels.ts'

function sampleLabels(): Labels {
  const labels = new Labels()
  labels.add(1, 'policy', 'p-1', 'Gold')
  labels.add(2, 'server', 's-1', 'vbr')
  labels.add(3, 'policy', 'P-1', 'Zinc')
  labels.add(5, 'policy', '', 'Gold')
  labels.add(6, 'server', 'p-1', 'Alpha')
  return labels
}

describe('labels', () => {
  it('are of one policy or server where they have its UID, in any case', () => {
    const labels = sampleLabels()
    expect(labels.withUid('policy', 'P-1')).toEqual([1, 3])
    expect(labels.withUid('server', 'p-1')).toEqual([6])
    expect(labels.withUid('policy', 'none')).toEqual([])
    expect(labels.label(5).identity).not.toBe(labels.label(1).identity)
  })

  it('have the name of the session that started last', () => {
    const labels = sampleLabels()
    const names = () => Array.from(labels.identitiesByName(), (id) => labels.newestOf(id).name)
    expect(names()).toEqual(['Alpha', 'Gold', 'Gold', 'vbr'])
    const columns = { policy: Uint32Array.of(3, 1), server: Uint32Array.of(2, 2) }
    labels.renew({ ...columns, byStart: Uint32Array.of(1, 0) })
    expect(names()).toEqual(['Alpha', 'Gold', 'vbr', 'Zinc'])
    expect(Array.from(labels.placesByName())).toEqual([0, 3, 2, 3, 0, 1, 0])
    labels.renew({ ...columns, byStart: Uint32Array.of(0, 1) })
    expect(names()).toEqual(['Alpha', 'Gold', 'Gold', 'vbr'])
  })

  it('are none where there is no such id', () => {
    expect(() => sampleLabels().label(4)).toThrow(RangeError)
  })
})
