import { keepCompiledCode } from '#main/core/compile-cache';
import path from 'node:path';

// Runs as it is under Node, which strips the types, and as a bundle.
const isSource = import.meta.filename.endsWith('.ts');

keepCompiledCode();
const { runCli } = await import('./run-cli.ts');
process.exitCode = await runCli(process.argv.slice(2), {
  version: process.env['npm_package_version'] ?? 'dev',
  migrationsDir: path.resolve(import.meta.dirname, isSource ? '../../db/migrations' : '../migrations'),
  workerEntry: new URL(isSource ? '../core/worker.ts' : './worker.js', import.meta.url),
});
