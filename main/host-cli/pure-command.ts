import type { ParseArgsOptionsConfig } from 'node:util';
import { type Command, type Invocation, UsageError, command } from './command.ts';
import { JsonFields } from './json-fields.ts';
import { answerLines, readAll } from './json-lines.ts';

const FORMATS = {
  json: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
} as const satisfies ParseArgsOptionsConfig;

const FORMAT_HELP = `  --json         print one JSON value
  --jsonl        read and write a JSON value a line; bad lines are answered with { id, error }`;

interface PureSpec<O extends ParseArgsOptionsConfig, A extends object> {
  readonly usage: string;
  /** What it does, and a line for each own option. */
  readonly help: string;
  readonly options: O;
  /** The question a command line asks, in the shape of a line of `--jsonl`. */
  question(invocation: Pick<Invocation<O>, 'positionals' | 'values'>): Promise<unknown>;
  /** @throws Failure or RangeError in words */
  answer(question: JsonFields): A;
  /** The answer for people. */
  words(answer: A, question: JsonFields): string;
}

/** A command that asks the domain and opens no data: one question from the command line, or a stream of them. */
export function pureCommand<const O extends ParseArgsOptionsConfig, A extends object>(spec: PureSpec<O, A>): Command {
  return command({
    usage: spec.usage,
    help: `${spec.help}\n${FORMAT_HELP}`,
    options: { ...spec.options, ...FORMATS },
    async run({ positionals, values }) {
      // The compiler can't see through the spread of a generic's options; what it hides is their union with FORMATS.
      const own = values as unknown as Invocation<O>['values'];
      const { json, jsonl } = values as unknown as Invocation<typeof FORMATS>['values'];
      if (jsonl) {
        if (positionals.length > 0) throw new UsageError('With --jsonl the questions come from standard input.');
        return answerLines(process.stdin, process.stdout, (question) => spec.answer(new JsonFields(question)));
      }
      const question = new JsonFields(await spec.question({ positionals, values: own }));
      const answer = spec.answer(question);
      process.stdout.write(`${json ? JSON.stringify(answer, null, 2) : spec.words(answer, question)}\n`);
    },
  });
}

/**
 * The text a command is about: the words after its name, or standard input.
 *
 * @throws UsageError when there is neither
 */
export async function textOf(positionals: readonly string[]): Promise<string> {
  if (positionals.length > 0) return positionals.join(' ');
  if (process.stdin.isTTY) throw new UsageError('Say the text, or send it to standard input.');
  return (await readAll(process.stdin)).trimEnd();
}

/** The options of commands that read a text at a moment. */
export const MOMENT = {
  now: { type: 'string' },
  zone: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

export const MOMENT_HELP = `  --now INSTANT  the moment of writing, such as 2026-11-21T09:00:00+01:00; now unless said
  --zone ZONE    the writer's time zone, such as Europe/Vienna; this machine's unless said`;
