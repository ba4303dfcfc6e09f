import { describe, expect, it } from 'vitest'
import { readJson } from './json-text.ts'

describe('readJson', () => {
  it.each([
    ['{"a":1}', { a: 1 }],
    ['\uFEFF{"a":1}', { a: 1 }],
    ['\uFEFF\r\n [1, 2]\n', [1, 2]],
    ['null', null],
    ['"text"', 'text'],
  ])('reads %j', (text, value) => {
    expect(readJson(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['', 'The answer is empty.'],
    ['\uFEFF \n', 'The answer is empty.'],
    ['<!DOCTYPE html><title>Sign in</title><p>x', 'The answer is an HTML page, not JSON: Sign in'],
    ['<html><body>Bad <b>Gateway</b>', 'The answer is an HTML page, not JSON: Bad Gateway'],
    ['<?xml version="1.0"?><Error Message="x"/>', 'The answer is XML, not JSON.'],
    ['{"a":[1,2', 'The answer is JSON that breaks off after 9 characters.'],
    ['{"a":"half a te', 'The answer is JSON that breaks off after 15 characters.'],
    ['{"a":"\\"}', 'The answer is JSON that breaks off after 9 characters.'],
    ['{"a":]}', 'The answer looks like JSON but does not parse.'],
    ["{'a':1}", 'The answer looks like JSON but does not parse.'],
    ['Service\nunavailable', 'The answer is text, not JSON: Service unavailable'],
  ])('says what %j is', (text, problem) => {
    expect(readJson(text)).toEqual({ ok: false, problem })
  })

  it('quotes no more than the beginning of a text', () => {
    const reading = readJson('x'.repeat(10_000))
    expect(reading).toEqual({ ok: false, problem: expect.stringMatching(/: x{79}…$/) })
  })
})
