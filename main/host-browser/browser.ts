import { keepCompiledCode } from '#main/core/compile-cache';
import path from 'node:path';

// Said before the program's code is loaded, which is why it is loaded here and not imported above.
keepCompiledCode();
const { runBrowser } = await import('./run-browser.ts');
await runBrowser(path.resolve(import.meta.dirname, '..'));
