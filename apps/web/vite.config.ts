import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  // Inlined assets are data: addresses, which the content security policy refuses.
  build: { target: 'es2023', manifest: true, assetsInlineLimit: 0 },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': { target: process.env.CDP_WATCH_BFF ?? 'http://127.0.0.1:8080' } },
  },
})
