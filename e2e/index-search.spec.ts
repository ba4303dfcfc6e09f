import type { APIRequestContext } from '@playwright/test'
import { askAllSessions, askTasks, beginsWith, found } from './ask-em.ts'
import { expect, test } from './page-fixtures.ts'
import { askSilentSessions } from './silent-sessions.ts'

/** UIDs of the sessions whose own message, or one of whose VMs' reasons, begins like this. */
async function sessionsThatSay(request: APIRequestContext, start: string): Promise<string[]> {
  const own = await askAllSessions(request, beginsWith('FailureMessage', start))
  const told = await askTasks(request, beginsWith('Reason', start))
  const uids = [...own.map(({ uid }) => uid), ...told.map((task) => task.policySessionUid)]
  return [...new Set(uids)].toSorted()
}

async function sessionsOfPolicy(request: APIRequestContext, name: string): Promise<string[]> {
  const rows = await askAllSessions(request, `PolicyName=="${name}"`)
  return rows.map(({ uid }) => uid).toSorted()
}

test.describe('the search finds the sessions that hold a text, and no others', () => {
  const cases = [
    {
      what: 'policy, in any case',
      text: 'oracle rac HAMBURG',
      asked: (request: APIRequestContext) => sessionsOfPolicy(request, 'Oracle RAC Hamburg'),
    },
    {
      what: 'failure text',
      text: 'プロキシ',
      asked: (request: APIRequestContext) => sessionsThatSay(request, 'プロキシ'),
    },
    {
      what: 'failure text, another direction',
      text: 'فشل الاتصال',
      asked: (request: APIRequestContext) => sessionsThatSay(request, 'فشل الاتصال'),
    },
    {
      what: 'markup and quotes',
      text: '<script>alert(1)</script><img src=x onerror="',
      asked: (request: APIRequestContext) => sessionsThatSay(request, '<script>alert(1)'),
    },
  ]
  for (const { what, text, asked } of cases) {
    test(what, async ({ request, sessions }) => {
      const expected = await asked(request)
      expect(expected.length).toBeGreaterThan(1)
      await sessions.open('?range=all')
      await sessions.search.fill(text)
      await expect(sessions.total).toHaveText(new RegExp(`^${expected.length} of`))
      expect(sessions.inAddress('q')).toBe(text)
      await sessions.settled()
      const shown = await sessions.uids()
      expect(shown.length).toBeGreaterThan(1)
      expect(expected).toEqual(expect.arrayContaining(shown))
      if (shown.length === expected.length) expect(shown.toSorted()).toEqual(expected)
    })
  }

  test('VM', async ({ request, sessions }) => {
    const { session, failing } = found((await askSilentSessions(request))[0])
    const vm = found(failing[0]).vmDisplayName
    const ofVm = await askTasks(request, `VmDisplayName=="${vm}"`)
    await sessions.open(`?range=all&q=${encodeURIComponent(vm)}`)
    await expect(
      sessions.rows.and(sessions.table.locator(`[data-uid="${session.uid}"]`)),
    ).toBeVisible()
    const shown = await sessions.uids()
    expect(ofVm.map((task) => task.policySessionUid)).toEqual(expect.arrayContaining(shown))
  })
})

test('what nothing holds says so, and leads back to all', async ({ page, sessions }) => {
  await sessions.open()
  await sessions.search.fill('no such text anywhere')
  const nothing = page.getByRole('status').filter({ hasText: 'No sessions match' })
  await expect(nothing).toBeVisible()
  await nothing.getByRole('button', { name: 'Remove the filters' }).click()
  await expect(sessions.rows.first()).toBeVisible()
  await expect(sessions.search).toHaveValue('')
})

test('/ leads into the search, Esc empties it and leaves it; Back takes one search at once', async ({
  page,
  sessions,
}) => {
  await sessions.open('?range=all')
  await page.keyboard.press('/')
  await expect(sessions.search).toBeFocused()
  await page.keyboard.type('oracle')
  await expect.poll(() => sessions.inAddress('q')).toBe('oracle')
  await page.keyboard.type(' rac')
  await expect.poll(() => sessions.inAddress('q')).toBe('oracle rac')
  await page.keyboard.press('Escape')
  await expect(sessions.search).toHaveValue('')
  await expect(sessions.search).toBeFocused()
  await expect.poll(() => sessions.inAddress('q')).toBeNull()
  await page.keyboard.press('Escape')
  await expect(sessions.search).not.toBeFocused()

  await page.keyboard.press('/')
  await page.keyboard.type('sap')
  await expect.poll(() => sessions.inAddress('q')).toBe('sap')
  await page.keyboard.press('Tab')
  await page.goBack()
  await expect.poll(() => sessions.inAddress('q')).not.toBe('sap')
  await expect(sessions.search).not.toHaveValue('sap')
})

test('f shows what failed, j and k walk, Enter opens and Esc closes', async ({
  page,
  sessions,
}) => {
  await sessions.open('?range=all')
  await page.keyboard.press('f')
  await expect.poll(() => sessions.inAddress('health')).toBe('failed')
  await sessions.settled()
  expect(new Set(await sessions.column('health').allInnerTexts())).toEqual(new Set(['Failed']))
  for (const [key, row] of [
    ['j', 0],
    ['j', 1],
    ['j', 2],
    ['k', 1],
  ] as const) {
    await page.keyboard.press(key)
    await expect(sessions.rows.nth(row)).toBeFocused()
  }
  await page.keyboard.press('Enter')
  await expect(sessions.drawer).toBeVisible()
  await expect(sessions.rows.nth(1)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('k')
  await expect(sessions.rows.nth(0)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('Escape')
  await expect(sessions.drawer).toHaveCount(0)
  await page.keyboard.press('f')
  await expect.poll(() => sessions.inAddress('health')).toBeNull()
})

test.describe('“contains”, which Enterprise Manager does not have', () => {
  const oracle = 'PolicyName~="oracle"'

  test('is built', async ({ page, sessions, builder }) => {
    await sessions.open('?range=all')
    await builder.begin('PolicyName')
    await builder.operator.selectOption({ label: 'contains' })
    await builder.value('Policy').fill('oracle')
    await page.keyboard.press('Enter')
    await expect(builder.chips).toHaveText(['Policy contains oracle'])
    await expect.poll(() => sessions.inAddress('filter')).toBe(oracle)
    await sessions.settled()
    const policies = await sessions.column('policy').allInnerTexts()
    expect(policies.filter((name) => !/oracle/i.test(name))).toEqual([])
  })

  test('is written', async ({ page, request, sessions, editor }) => {
    const all = await askAllSessions(request, 'CreationTimeUTC<"2026-06-15T00:00:00Z"')
    const matching = all.filter((row) => /oracle/i.test(row.policyName) && row.result === 'Failed')
    expect(matching.length).toBeGreaterThan(0)
    await sessions.open('?from=2026-01-01T00:00:00Z&to=2026-06-15T00:00:00Z')
    await editor.open()
    await page.keyboard.type('PolicyName~="oracle";Result==Failed')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect.poll(() => sessions.inAddress('filter')).toBe(`${oracle};Result=="Failed"`)
    await expect(sessions.total).toHaveText(new RegExp(`^${matching.length} of`))
  })
})

test('texts that hold markup or run the other way stay text, on one line', async ({
  page,
  sessions,
}) => {
  const said: string[] = []
  page.on('dialog', (dialog) => {
    said.push(dialog.message())
    void dialog.dismiss()
  })
  for (const [start, direction] of [
    ['<script>', 'ltr'],
    ['فشل', 'rtl'],
    ['=HYPERLINK', 'ltr'],
    ['Unhandled exception', 'ltr'],
  ] as const) {
    await test.step(start, async () => {
      await sessions.open(`?range=all&q=${encodeURIComponent(start)}`)
      const cell = sessions.column('failure').filter({ hasText: start }).first()
      const text = cell.getByText(start)
      await expect(text).toHaveCSS('direction', direction)
      await expect(text.locator('*')).toHaveCount(0)
      expect((await cell.boundingBox())?.height).toBeLessThan(40)
    })
  }
  expect(said).toEqual([])
})
