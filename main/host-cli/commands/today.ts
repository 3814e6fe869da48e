import type { BlockOfTask, CalendarEvent } from '#contract/calendar';
import type { Task } from '#contract/tasks';
import { command } from '../command.ts';
import { writeInstant } from '../instants.ts';
import { countText, lengthText, say, sayJson, timeText } from '../print.ts';
import { PROFILE, PROFILE_HELP } from '../profile-options.ts';
import { type Client, withProfile } from '../profile.ts';
import { taskLine } from '../task-words.ts';

interface Day {
  readonly day: string;
  readonly zone: string;
  readonly events: readonly CalendarEvent[];
  readonly blocks: readonly BlockOfTask[];
  readonly tasks: readonly Task[];
  readonly freeMin: number;
}

/** `braindump today`: the day at a glance. */
export const today = command({
  usage: 'today [--json]',
  help: `Shows the day: events, planned time, what is due or late, and how much working time is free.

${PROFILE_HELP}`,
  options: PROFILE,
  async run({ program, values }) {
    const day = await withProfile(program, values, readToday);
    if (values.json) return sayJson(asJson(day));
    for (const line of linesOf(day)) say(line);
  },
});

async function readToday(client: Client): Promise<Day> {
  const { day, zone, startMs, endMs } = await client.today.now();
  const { events, blocks } = await client.calendar.range({ fromMs: startMs, toMs: endMs });
  const tasks = await client.tasks.list({ list: 'today' });
  const { freeMin } = await client.plan.freeTime({ day });
  return { day, zone, events, blocks, tasks, freeMin };
}

function linesOf({ day, zone, events, blocks, tasks, freeMin }: Day): string[] {
  const stretch = (startMs: number, endMs: number): string => `${timeText(startMs, zone)}-${timeText(endMs, zone)}`;
  const timed = [
    ...events
      .filter(({ allDay }) => !allDay)
      .map(({ startMs, endMs, title, place }) => ({
        startMs,
        text: `${stretch(startMs, endMs)}  ${title}${place === '' ? '' : ` (${place})`}`,
      })),
    ...blocks.map(({ startMs, endMs, task }) => ({
      startMs,
      text: `${stretch(startMs, endMs)}  [${task.status === 'done' ? 'x' : ' '}] ${task.title}`,
    })),
  ].toSorted((one, other) => one.startMs - other.startMs);
  const lines = [
    `${day}, ${lengthText(freeMin)} free`,
    ...events.filter(({ allDay }) => allDay).map(({ title }) => `all day      ${title}`),
    ...timed.map(({ text }) => text),
  ];
  if (tasks.length > 0) lines.push('', countText(tasks.length, 'task'), ...tasks.map((task) => taskLine(task, day)));
  return lines;
}

function asJson({ day, zone, events, blocks, tasks, freeMin }: Day) {
  const at = ({ startMs, endMs }: { startMs: number; endMs: number }) => ({
    start: writeInstant(startMs, zone),
    end: writeInstant(endMs, zone),
  });
  return {
    day,
    zone,
    freeMin,
    events: events.map((event) => ({
      id: event.id,
      title: event.title,
      place: event.place,
      allDay: event.allDay,
      ...at(event),
    })),
    blocks: blocks.map((block) => ({
      id: block.id,
      task: block.taskId,
      title: block.task.title,
      pinned: block.pinned,
      ...at(block),
    })),
    tasks,
  };
}
