import { type Command, type Program, UsageError, tell } from './command.ts';
import { commands } from './commands.ts';

// The host without a window: the same core and domain, called from a terminal.

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

function overview(): string {
  const lines = [...commands].map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  return `Usage: braindump <command> [options]

${lines.join('\n')}

Every command explains itself: braindump <command> --help
From a checkout: npm run -s cli -- <command>`;
}

const helpOf = ({ usage, help }: Command): string => `Usage: braindump ${usage}\n\n${help}`;

/** @returns the exit code: 0 done, 1 failed, 2 wrong usage */
export async function runCli(args: readonly string[], program: Program): Promise<number> {
  // Whoever reads our output may stop early (`| head`): that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });

  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    const asked = rest[0] === undefined ? undefined : commands.get(rest[0]);
    say(asked ? helpOf(await asked.load()) : overview());
    return 0;
  }
  if (name === '--version') {
    say(program.version);
    return 0;
  }
  const entry = name === undefined ? undefined : commands.get(name);
  if (!entry) {
    if (name !== undefined) complain(`There is no command ${name}.`);
    complain(overview());
    return 2;
  }
  const command = await entry.load();
  const ownWords = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (ownWords.includes('--help') || ownWords.includes('-h')) {
    say(helpOf(command));
    return 0;
  }
  try {
    await command.run(rest, program);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      complain(`${error.message}\nUsage: braindump ${command.usage}`);
      return 2;
    }
    const { message, isBug } = tell(error);
    complain(message);
    if (isBug && process.env['BRAINDUMP_VERBOSE'] !== undefined)
      complain(String(error instanceof Error ? error.stack : error));
    return 1;
  }
}
