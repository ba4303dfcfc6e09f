import { defineConfig } from '@playwright/test'
import { browserLaunch } from './scripts/browser.ts'

/** End-to-end tests: in one Chromium, against servers that the fixtures start (e2e/fixtures.ts). */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/screenshots/{arg}{ext}',
  workers: 2,
  fullyParallel: false,
  // A test that passes at the second try is a bug in it or in the product.
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  // Generous: a busy machine is no fault of the product.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: browserLaunch(),
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
