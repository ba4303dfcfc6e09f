import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Resolves once nothing fades or moves any more but what does so for ever. Colours that are half faded in are nobody's to read. */
async function settle(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const moving = document
          .getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        // What is about to fade in cannot be seen for a few frames before.
        const fading = [...document.querySelectorAll('[style*="transition-property"]')].filter(
          (element) => Number(getComputedStyle(element).opacity) < 1,
        )
        return moving.length + fading.length
      }),
    )
    .toBe(0)
}

/** Expects that axe finds nothing on the page, or within the part of it that the selector names. */
export async function expectAccessible(page: Page, part?: string): Promise<void> {
  await settle(page)
  const builder = new AxeBuilder({ page }).withTags(rules)
  const { violations } = await (part ? builder.include(part) : builder).analyze()
  const found = violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  }))
  expect(found).toEqual([])
}
