import { defineConfig } from '@playwright/test'

const asRoot = process.getuid?.() === 0
const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run']

export default defineConfig({
  testDir: 'e2e',
  use: {
    baseURL: 'http://127.0.0.1:8099',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: asRoot ? [...quiet, '--no-sandbox'] : quiet,
    },
  },
  webServer: { command: 'node apps/bff/src/main.ts', env: { PORT: '8099' }, url: 'http://127.0.0.1:8099/healthz' },
})
