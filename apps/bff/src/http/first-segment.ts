import path from 'node:path'
import { AppError } from '../errors.ts'

/** First part of a path as a file system would see it, in lower case. Throws an AppError where it cannot be decoded. */
export function firstSegment(urlPath: string): string {
  const plain = path.posix.normalize(decode(urlPath).replaceAll('\\', '/'))
  return plain.split('/').find(Boolean)?.toLowerCase() ?? ''
}

function decode(urlPath: string): string {
  try {
    return decodeURIComponent(urlPath)
  } catch (cause) {
    throw new AppError('bad-parameter', 'The address is malformed.', { parameter: 'path' }, cause)
  }
}
