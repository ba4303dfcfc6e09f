import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from './precompress.ts'

/** What every page loads at first is one file: in thirty, cut where lazy parts share a line with it, it weighs 5 % more. */
const initial = { name: 'initial', tags: ['$initial' as const] }

export default defineConfig({
  plugins: [react(), precompress()],
  build: {
    target: 'es2023',
    manifest: true,
    // Inlined assets are data: addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [initial] } } },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': { target: process.env.CDP_WATCH_BFF ?? 'http://127.0.0.1:8080' } },
  },
})
