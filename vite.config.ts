import react from '@vitejs/plugin-react';
import { cpSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const dist = path.resolve(import.meta.dirname, 'dist');

/** Found at run time: native code, and modules that look for files beside themselves. */
const external = [
  'electron',
  'better-sqlite3',
  'node-notifier',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

/** Puts the numbered SQL beside the bundle that reads it: these files and no others, since each of them is applied. */
const shipMigrations: Plugin = {
  name: 'ship-migrations',
  applyToEnvironment: (environment) => environment.name === 'main',
  writeBundle() {
    const target = path.join(dist, 'migrations');
    rmSync(target, { recursive: true, force: true });
    cpSync(path.resolve(import.meta.dirname, 'db/migrations'), target, { recursive: true });
  },
};

export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react(), shipMigrations],
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
    },
  },
  environments: {
    client: {
      build: {
        outDir: path.join(dist, 'renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        chunkSizeWarningLimit: 1_500,
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external },
      build: {
        ssr: true,
        outDir: path.join(dist, 'main'),
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        rolldownOptions: {
          external,
          input: Object.fromEntries(
            ['host-browser/browser', 'host-cli/cli', 'host-electron/electron', 'core/worker'].map((entry) => [
              path.basename(entry),
              path.resolve(import.meta.dirname, 'main', `${entry}.ts`),
            ]),
          ),
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external },
      build: {
        ssr: true,
        outDir: path.join(dist, 'preload'),
        emptyOutDir: true,
        rolldownOptions: {
          external,
          input: { bridge: path.resolve(import.meta.dirname, 'preload/bridge.ts') },
          // A sandboxed preload is one CommonJS file without imports.
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
});
