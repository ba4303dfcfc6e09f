import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The wall is built by itself, after the app and beside it: it shares no chunk with it, and stays small. */
export default defineConfig({
  plugins: [react()],
  publicDir: false,
  build: {
    target: 'es2023',
    manifest: '.vite/wall-manifest.json',
    assetsInlineLimit: 0,
    emptyOutDir: false,
    rolldownOptions: { input: 'wall.html' },
  },
})
