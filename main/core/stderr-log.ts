import type { Log } from '#main/ports/log';

/** Errors and, when asked for, everything else, a line each on stderr. */
export function stderrLog(isVerbose: boolean): Log {
  const write = (text: string): void => void process.stderr.write(`${text}\n`);
  return {
    info(message, facts) {
      if (isVerbose) write(`braindump: ${message}${facts ? ` ${JSON.stringify(facts)}` : ''}`);
    },
    error(message, error) {
      write(`braindump: ${message}${isVerbose && error instanceof Error ? `\n${error.stack ?? error.message}` : ''}`);
    },
  };
}
