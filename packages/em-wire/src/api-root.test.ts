import { describe, expect, it } from 'vitest'
import { readApiRoot } from './api-root.ts'
import { withPascalKeys } from './sample-answers.ts'

const versions = ['v1_6', 'v1_7'].map((name) => ({ links: [{ rel: 'Create' }], name }))
const root = { supportedVersions: { supportedVersions: versions }, links: [{ rel: 'Down' }] }

describe('readApiRoot', () => {
  it.each([
    ['v13 keys', root],
    ['v12 keys', withPascalKeys(root)],
    ['one level less', { SupportedVersions: versions }],
    ['bare names', { supportedVersions: ['v1_6', 'v1_7', null] }],
  ])('names the versions from %s', (_, body) => {
    expect(readApiRoot(body)).toEqual(['v1_6', 'v1_7'])
  })

  it.each([[null], ['text'], [[]], [{}], [{ supportedVersions: null }], [{ version: 1 }]])(
    'names none from %j, which is no root of an Enterprise Manager',
    (body) => {
      expect(readApiRoot(body)).toEqual([])
    },
  )
})
