import { describe, expect, it } from 'vitest'
import { readLogon } from './logon.ts'

const guid = 'b9a759dd-0000-4000-8000-000000000001'

describe('readLogon', () => {
  it.each([
    ['v12', { UserName: 'LAB\\operator', SessionId: guid, Links: [] }, 'LAB\\operator'],
    ['v13', { userName: 'operator', sessionId: guid }, 'operator'],
    ['no user name', { SessionId: guid, UserName: null }, null],
  ])('reads the answer of %s', (_, body, userName) => {
    expect(readLogon(body)).toEqual({ ok: true, sessionId: guid, userName })
  })

  it.each([
    [null, 'The answer to the logon is not an object.'],
    ['<html>', 'The answer to the logon is not an object.'],
    [[guid], 'The answer to the logon is not an object.'],
    [{}, 'The answer to the logon has no SessionId.'],
    [{ SessionId: '' }, 'The answer to the logon has no SessionId.'],
    [{ SessionId: {} }, 'The answer to the logon has no SessionId.'],
  ])('says what is wrong with %j', (body, problem) => {
    expect(readLogon(body)).toEqual({ ok: false, problem })
  })
})
