import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the gallery of all parts into a folder of its own; no part of the product. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 1000, target: 'chrome140' },
});
