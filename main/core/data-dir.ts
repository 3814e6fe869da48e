import os from 'node:os';
import path from 'node:path';

/**
 * Where a person's data lives: the platform's folder for it, or `chosen`.
 *
 * Linux: $XDG_DATA_HOME or ~/.local/share; macOS: ~/Library/Application Support; Windows: %APPDATA%. The demo has a
 * profile of its own and never touches real data.
 */
export function dataDir(
  { chosen, isDemo }: { chosen?: string | undefined; isDemo: boolean },
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home = os.homedir(),
): string {
  if (chosen) return path.resolve(chosen);
  const name = isDemo ? 'Braindump Demo' : 'Braindump';
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', name);
  if (platform === 'win32') return path.join(env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), name);
  return path.join(env['XDG_DATA_HOME'] || path.join(home, '.local', 'share'), name.toLowerCase().replace(' ', '-'));
}
