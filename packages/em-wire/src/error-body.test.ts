import { describe, expect, it } from 'vitest'
import { readErrorBody } from './error-body.ts'

const xmlns = 'xmlns="http://www.veeam.com/ent/v1.0"'
const none = { statusCode: null }

describe('readErrorBody', () => {
  it.each([
    [
      'v12',
      '{"Message":"Bad filter","StatusCode":400,"FirstChanceExceptionMessage":null,"StackTrace":null,"Status":null}',
      { message: 'Bad filter', statusCode: 400 },
    ],
    [
      'v13, with a byte order mark',
      '\uFEFF{"message":"Bad filter","statusCode":"500","status":null}',
      { message: 'Bad filter', statusCode: 500 },
    ],
    [
      'a first cause',
      '{"Message":"Failed.","FirstChanceExceptionMessage":"No such field."}',
      { message: 'Failed. (No such field.)', ...none },
    ],
    [
      'a first cause that says no more',
      '{"Message":"No such field.","FirstChanceExceptionMessage":"No such field."}',
      { message: 'No such field.', ...none },
    ],
    [
      'a first cause only',
      '{"Message":"","FirstChanceExceptionMessage":"No such field."}',
      { message: 'No such field.', ...none },
    ],
    [
      'a gateway that speaks RFC 9457',
      '{"title":"Busy","status":503,"detail":"Try later."}',
      { message: 'Try later. (Busy)', statusCode: 503 },
    ],
    [
      'a page as message',
      '{"Message":"<html><title>504</title><p>Time-out</p></html>"}',
      { message: '504: Time-out', ...none },
    ],
    [
      'a quoted filter with markup',
      '{"Message":"Cannot parse Name==\\"</b>\\""}',
      { message: 'Cannot parse Name=="</b>"', ...none },
    ],
    ['several lines', '{"Message":"One\\r\\n\\tTwo\\u0000"}', { message: 'One Two', ...none }],
    ['no text', '{"StatusCode":999}', { message: '{"StatusCode":999}', ...none }],
    ['an array', '[]', { message: '[]', ...none }],
  ])('reads JSON: %s', (_, text, expected) => {
    expect(readErrorBody(text, 'application/json')).toEqual({ form: 'json', ...expected })
  })

  it('takes JSON that breaks off as text', () => {
    const expected = { form: 'text', message: '{"Message":"Bad', ...none }
    expect(readErrorBody('{"Message":"Bad', 'application/json')).toEqual(expected)
  })

  it.each([
    [
      'EM’s error',
      `<?xml version="1.0" encoding="utf-8"?>\n<Error Message="Bad filter" StatusCode="500" ${xmlns}><FirstChanceExceptionMessage>No such field.</FirstChanceExceptionMessage></Error>`,
      { message: 'Bad filter (No such field.)', statusCode: 500 },
    ],
    [
      'references',
      `<Error Message="Name==&quot;a&amp;lt;b&quot; &#65;&#x42;&#x1F600; &unknown; &#xD800; &#x110000;" StatusCode='400'/>`,
      { message: 'Name=="a&lt;b" AB😀 &unknown; &#xD800; &#x110000;', statusCode: 400 },
    ],
    [
      'a sign within quotes',
      `<Error StatusCode="404" Message="a > b, it's 'c'"></Error>`,
      { message: "a > b, it's 'c'", statusCode: 404 },
    ],
    [
      'elements for attributes',
      '<v:Error><v:Message>Bad <!-- x -->filter</v:Message><StatusCode> 403 </StatusCode></v:Error>',
      { message: 'Bad filter', statusCode: 403 },
    ],
    [
      'CDATA',
      '<Error><FirstChanceExceptionMessage><![CDATA[a < b & c]]></FirstChanceExceptionMessage></Error>',
      { message: 'a < b & c', ...none },
    ],
    [
      'a fault of another kind',
      '<Fault><Code><Value>Sender</Value></Code><Reason><Text xml:lang="en">Too long.</Text></Reason></Fault>',
      { message: 'Sender Too long.', ...none },
    ],
    [
      'a start tag that breaks off',
      '<Error Message="Bad filter" StatusCode="50',
      { message: 'Bad filter', ...none },
    ],
    [
      'an attribute that breaks off',
      '<Error StatusCode="500" Message="Bad fil',
      { message: 'Bad fil', statusCode: 500 },
    ],
    [
      'attributes without quotes',
      '<Error StatusCode = 500 Message=Bad>',
      { message: 'Bad', statusCode: 500 },
    ],
    ['nothing', '<Error/>', { message: '', ...none }],
  ])('reads XML: %s', (_, text, expected) => {
    expect(readErrorBody(text, 'application/json')).toEqual({ form: 'xml', ...expected })
  })

  it.each([
    [
      'a page',
      '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title><style>p { color: red }</style></head><body><script>if (a<b) alert("x")</script><h1>502&nbsp;Bad Gateway</h1><p>Try &lt;later&gt;.</p></body></html>',
      'text/html',
      '502 Bad Gateway Try <later>.',
    ],
    [
      'a page whose text says more',
      '<html><title>Error</title><body>The server is <b>busy</b>.',
      undefined,
      'Error: The server is busy .',
    ],
    [
      'a page of XHTML',
      '<?xml version="1.0"?><!-- x --><html xmlns="a"><p>Sign in</p></html>',
      'application/xml',
      'Sign in',
    ],
    ['a title only', '<title>Sign in</title>', undefined, 'Sign in'],
    ['a piece of markup labelled so', '<span>Busy</span>', 'text/html; charset=utf-8', 'Busy'],
    ['text with markup', 'Error <i>502</i> in a < b', undefined, 'Error 502 in a < b'],
    ['a script that breaks off', '<html>Busy<script>while (1) {', 'text/html', 'Busy'],
    ['a comment that breaks off', '<html>Busy<!-- secret', 'text/html', 'Busy'],
  ])('reads HTML: %s', (_, text, contentType, message) => {
    expect(readErrorBody(text, contentType)).toEqual({ form: 'html', message, ...none })
  })

  it.each([
    ['Service\r\n unavailable', 'text', 'Service unavailable'],
    ['a < b', 'text', 'a < b'],
    ['<3', 'text', '<3'],
    ['', 'empty', ''],
    ['\uFEFF \n', 'empty', ''],
  ])('reads %j', (text, form, message) => {
    expect(readErrorBody(text, undefined)).toEqual({ form, message, ...none })
  })

  it.each([
    ['text', 'é'.repeat(9000), 'text'],
    ['characters of two units', '😀'.repeat(9000), 'text'],
    ['JSON', JSON.stringify({ Message: '😀x'.repeat(9000) }), 'json'],
    [
      'JSON with two long texts',
      JSON.stringify({ Message: 'a'.repeat(400), Detail: 'b'.repeat(400) }),
      'json',
    ],
    ['XML', `<Error Message="${'x'.repeat(9000)}"/>`, 'xml'],
    ['HTML', `<html><title>${'t'.repeat(400)}</title><p>${'x'.repeat(9000)}</p></html>`, 'html'],
  ])('says at most 500 characters of long %s', (_, text, form) => {
    const error = readErrorBody(text, undefined)
    expect(error.form).toBe(form)
    expect(error.message.length).toBeGreaterThan(490)
    expect(error.message.length).toBeLessThanOrEqual(500)
    expect(error.message.isWellFormed()).toBe(true)
    expect(error.message.endsWith('…')).toBe(true)
  })

  it.each([
    ['<'.repeat(2_000_000), 'text'],
    [`<Error ${'a'.repeat(2_000_000)}`, 'xml'],
    [`<Error ${'a=" '.repeat(500_000)}`, 'xml'],
    [`<Error Message="${'&'.repeat(2_000_000)}`, 'xml'],
    ['<a '.repeat(700_000), 'xml'],
    ['<!--'.repeat(500_000), 'xml'],
    [`<html>${'<script>'.repeat(250_000)}`, 'html'],
    [`<html>${' '.repeat(2_000_000)}x`, 'html'],
    ['[{"a":"\\'.repeat(250_000), 'text'],
  ])('gets through hostile bodies (%.20s…)', (text, form) => {
    expect(readErrorBody(text, undefined).form).toBe(form)
  })
})
