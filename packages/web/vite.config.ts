/** How the pages are built into `dist`: for browsers from Chrome 90 on, every file served from the same host. */
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** Where `vite` (development only) finds the server; the built pages are served by the server itself. */
const api = process.env['BANGFU_API'] ?? 'http://127.0.0.1:4700'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: { target: 'chrome90', cssTarget: 'chrome90', outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 900, assetsInlineLimit: 0 },
  server: { host: '127.0.0.1', proxy: { '/api': api } },
})
