import { type PlanInstance, planInstance } from '#contract/plan';
import { solvePlan } from '#main/domain/scheduling/solve-plan';
import { readFile } from 'node:fs/promises';
import { Failure, UsageError } from '../command.ts';
import { assertZone, readInstant, writeInstant } from '../instants.ts';
import type { JsonFields } from '../json-fields.ts';
import { readAll, readJson } from '../json-lines.ts';
import { pureCommand } from '../pure-command.ts';

/** `braindump plan`: a plan for a JSON instance. */
export const plan = pureCommand({
  usage: 'plan [FILE] [--json | --jsonl]',
  help: `Plans a JSON instance (zone, now, from, to, workingHours, busy, tasks, ...), and writes nothing. Without FILE it reads
standard input.
`,
  options: {},
  async question({ positionals: [file, ...more] }) {
    if (more.length > 0) throw new UsageError('Give one file.');
    if (file === undefined && process.stdin.isTTY)
      throw new UsageError('Give a file, or send the instance to standard input.');
    return readJson(file === undefined ? await readAll(process.stdin) : await contentOf(file));
  },
  answer(question) {
    const instance = instanceOf(question);
    const { zone } = instance;
    const { blocks, unplaced, cost } = solvePlan(instance);
    return {
      blocks: blocks.map(({ task, startMs, endMs, reason }) => ({
        task,
        start: writeInstant(startMs, zone),
        end: writeInstant(endMs, zone),
        reason,
      })),
      unplaced,
      cost,
    };
  },
  words({ blocks, unplaced }, question) {
    const titles = new Map(question.objects('tasks').map((task) => [task.text('id'), task.text('title')]));
    const lines = [
      ...blocks.map(
        ({ task, start, end, reason }) =>
          `${start.slice(0, 16).replace('T', ' ')}-${end.slice(11, 16)}  ${titles.get(task) ?? task}\n  ${reason}`,
      ),
      ...unplaced.map(({ task, reason }) => `No room  ${titles.get(task) ?? task}\n  ${reason}`),
    ];
    return lines.length === 0 ? 'There is nothing to plan.' : lines.join('\n');
  },
});

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Failure('NO_SUCH_FILE', `The file ${file} can't be read.`);
  }
}

/** @throws Failure that names the wrong field */
function instanceOf(question: JsonFields): PlanInstance {
  const zone = question.text('zone');
  assertZone(zone);
  const instant = (fields: JsonFields, name: string): number =>
    readInstant(fields.text(name), zone, fields.nameOf(name));
  const optional = (fields: JsonFields, name: string): number | undefined =>
    fields.has(name) ? instant(fields, name) : undefined;
  const stretches = (fields: JsonFields, name: string): { startMs: number; endMs: number }[] =>
    fields.objects(name).map((stretch) => ({ startMs: instant(stretch, 'start'), endMs: instant(stretch, 'end') }));
  const candidate = {
    zone,
    nowMs: instant(question, 'now'),
    fromMs: instant(question, 'from'),
    toMs: instant(question, 'to'),
    workingHours: question.raw('workingHours'),
    bufferMin: question.optionalNumber('bufferMin'),
    gridMin: question.optionalNumber('gridMin'),
    budgetMs: question.optionalNumber('budgetMs'),
    objective: question.raw('objective'),
    busy: stretches(question, 'busy'),
    tasks: question.objects('tasks').map((task) => ({
      id: task.raw('id'),
      title: task.raw('title'),
      durationMin: task.raw('durationMin'),
      minChunkMin: task.optionalNumber('minChunkMin'),
      maxChunkMin: task.optionalNumber('maxChunkMin'),
      priority: task.raw('priority'),
      energy: task.optionalText('energy'),
      after: task.optionalTexts('after'),
      earliestMs: optional(task, 'earliest'),
      deadlineMs: optional(task, 'deadline'),
      pinned: stretches(task, 'pinned'),
    })),
  };
  const { success, data, error } = planInstance.safeParse(candidate);
  if (success) return data;
  const [issue] = error.issues;
  throw new Failure('BAD_INPUT', `"${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'is wrong'}.`);
}
