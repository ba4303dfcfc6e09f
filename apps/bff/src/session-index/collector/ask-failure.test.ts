import { describe, expect, it } from 'vitest'
import { AppError } from '../../errors.ts'
import { IndexUnusable } from '../store/index-unusable.ts'
import { failureOf } from './ask-failure.ts'

describe('why something could not be had', () => {
  it.each([
    [new AppError('em-error', 'It answered 500.'), 'em-error', 'It answered 500.', undefined],
    [
      new AppError('em-overloaded', 'It asks to wait.', { retryAfterSeconds: 7 }),
      'em-overloaded',
      'It asks to wait.',
      7,
    ],
    [
      Object.assign(new Error('gone'), { code: 'em-unreachable' }),
      'em-unreachable',
      'gone',
      undefined,
    ],
    [
      Object.assign(new Error('disk full'), { code: 'ENOSPC' }),
      'internal-error',
      'disk full',
      undefined,
    ],
    [new IndexUnusable('The disk is full.'), 'index-not-written', 'The disk is full.', undefined],
    [new TypeError('no'), 'internal-error', 'no', undefined],
    ['no error at all', 'internal-error', 'no error at all', undefined],
  ])('is read of %s', (error, code, message, retryAfterSeconds) => {
    expect(failureOf(error)).toEqual({ code, message, retryAfterSeconds })
  })
})
