import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { Failure, tell } from './command.ts';

/** Answers are collected up to this size before they are written. */
const WRITE_AT_LENGTH = 32_768;

/**
 * Answers a stream of JSON values, one a line, in their order and without ever stopping at a bad one: that is answered
 * `{ id, error: { code, message } }`. Reads no faster than its answers are read.
 */
export async function answerLines(
  input: Readable,
  output: Writable,
  answer: (question: unknown) => object,
): Promise<void> {
  let answers = '';
  const flush = async (): Promise<void> => {
    const text = answers;
    answers = '';
    if (text !== '' && !output.write(text)) await once(output, 'drain');
  };
  for await (const lines of linesOf(input)) {
    for (const line of lines) {
      if (line.trim() === '') continue;
      answers += `${JSON.stringify(answerLine(line, answer))}\n`;
      if (answers.length >= WRITE_AT_LENGTH) await flush();
    }
    await flush();
  }
}

function answerLine(line: string, answer: (question: unknown) => object): object {
  let id: unknown = null;
  try {
    const question = readJson(line);
    if (typeof question === 'object' && question !== null && 'id' in question) ({ id } = question);
    return { id, ...answer(question) };
  } catch (error) {
    const { code, message } = tell(error);
    return { id, error: { code, message } };
  }
}

/** @throws Failure BAD_JSON */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('BAD_JSON', 'That is no JSON.');
  }
}

/**
 * The whole lines of each chunk. Not node:readline: it also breaks lines at U+2028, which JSON allows inside strings.
 */
async function* linesOf(input: Readable): AsyncGenerator<string[]> {
  input.setEncoding('utf8');
  let begun: string[] = [];
  let isFirst = true;
  for await (const read of input as AsyncIterable<string>) {
    const chunk = isFirst && read.startsWith('\uFEFF') ? read.slice(1) : read;
    isFirst = false;
    const lines = chunk.split('\n');
    const rest = lines.pop() ?? '';
    if (lines.length === 0) {
      begun.push(rest);
      continue;
    }
    lines[0] = begun.join('') + (lines[0] ?? '');
    begun = [rest];
    yield lines;
  }
  yield [begun.join('')];
}

/** Everything a stream holds, as text. */
export async function readAll(input: Readable): Promise<string> {
  input.setEncoding('utf8');
  const chunks: string[] = [];
  for await (const chunk of input as AsyncIterable<string>) chunks.push(chunk);
  return chunks.join('').replace(/^\uFEFF/, '');
}
