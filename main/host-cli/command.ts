import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** Where the program's own files lie; they differ between the built bundle and the source. */
export interface Program {
  readonly version: string;
  readonly migrationsDir: string;
  readonly workerEntry: URL;
}

/** A command of the command line, ready to be called with the words after its name. */
export interface Command {
  readonly usage: string;
  readonly help: string;
  /** @throws UsageError, Failure, a refusal of the contract */
  run(args: readonly string[], program: Program): Promise<void>;
}

type ValuesOf<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true }>
>['values'];

/** What a command gets of its command line. */
export interface Invocation<O extends ParseArgsOptionsConfig> {
  readonly program: Program;
  readonly positionals: readonly string[];
  readonly values: ValuesOf<O>;
}

interface CommandSpec<O extends ParseArgsOptionsConfig> {
  /** `parse [TEXT] [options]` */
  readonly usage: string;
  /** The rest of the help: what it does, a line for each option. */
  readonly help: string;
  readonly options: O;
  run(invocation: Invocation<O>): Promise<void>;
}

/** Makes a command: its options are parsed strictly, and `--help` is answered for it. */
export function command<const O extends ParseArgsOptionsConfig>(spec: CommandSpec<O>): Command {
  return {
    usage: spec.usage,
    help: spec.help,
    async run(args, program) {
      const { values, positionals } = parsed(args, spec.options);
      await spec.run({ program, positionals, values });
    },
  };
}

function parsed<const O extends ParseArgsOptionsConfig>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      throw new UsageError(error.message.split('. ')[0]?.concat('.') ?? error.message);
    throw error;
  }
}

/** The command line was wrong: told with the usage, exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** An expected end without success: one sentence on stderr, exit code 1. */
export class Failure extends Error {
  /** SCREAMING_SNAKE, for programs that read the answer. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'Failure';
    this.code = code;
  }
}

/** What a person and a program are told of a failure. */
export interface Told {
  readonly code: string;
  readonly message: string;
  /** Whether it is a bug, whose cause only `--verbose` shows. */
  readonly isBug: boolean;
}

/** The code and the sentence of anything that was thrown. */
export function tell(error: unknown): Told {
  if (error instanceof Failure) return { code: error.code, message: error.message, isBug: false };
  // The domain says in words which of its inputs is wrong.
  if (error instanceof RangeError) return { code: 'BAD_INPUT', message: error.message, isBug: false };
  if (isRefusal(error)) {
    const [issue] = error.data?.issues ?? [];
    return { code: error.code, message: issue?.message ?? error.message, isBug: false };
  }
  return { code: 'FAILED', message: 'Something went wrong in Braindump. Nothing was lost.', isBug: true };
}

/** A declared "no" of the contract, with the sentence the window would show. */
interface ContractRefusal extends Error {
  readonly code: string;
  readonly data?: { readonly issues?: readonly { readonly message: string }[] };
}

function isRefusal(error: unknown): error is ContractRefusal {
  return error instanceof Error && 'defined' in error && 'code' in error && typeof error.code === 'string';
}
