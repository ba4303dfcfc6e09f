import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { collectJobSchema, entitySchemas } from './entities.ts'
import { knownResults, knownSessionStates, knownTaskStates } from './known-values.ts'
import { readQueryAnswer } from './query-answer.ts'
import { sampleSession, sampleTask } from './sample-answers.ts'

describe('entity schemas', () => {
  it.each(Object.entries({ ...entitySchemas, collectJobSchema }))(
    '%s can be given as JSON Schema, with no field optional',
    (_, schema) => {
      const output = z.toJSONSchema(schema, { io: 'output' })
      const input = z.toJSONSchema(schema, { io: 'input' })
      expect(output.required).toEqual(Object.keys(schema.shape))
      expect(input.required).toEqual(output.required)
      expect(Object.keys(input.properties ?? {})).toEqual(output.required)
    },
  )

  it('keep every documented state and result as it is', () => {
    for (const state of knownSessionStates) {
      const [session] = readQueryAnswer('CdpReplicaSession', [{ ...sampleSession, state }]).items
      expect(session?.state).toBe(state)
    }
    for (const state of knownTaskStates) {
      for (const result of knownResults) {
        const row = { ...sampleTask, state, result }
        const [task] = readQueryAnswer('CdpReplicaTaskSession', [row]).items
        expect(task).toMatchObject({ state, result })
      }
    }
  })
})
