import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Serves the one page on which the writing surface is tested in a real browser. */
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../../../node_modules/.vite-editor',
  plugins: [react()],
  server: { host: '127.0.0.1', strictPort: true, hmr: false, fs: { allow: ['../../..'] } },
});
