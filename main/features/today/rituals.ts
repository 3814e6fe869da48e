import type { DayChoice } from '#contract/today';
import { tasksOfList } from '#db/queries/tasks';
import { soonTasks, tasksDoneBetween } from '#db/queries/today';
import { addDays, dayBounds } from '#main/domain/time/zoned';
import type { LedgerTx } from '#main/ledger/ledger';
import { dayInFigures } from '../dashboards/index.ts';
import type { Services } from '../feature.ts';
import { momentOn, writeEntry } from '../journal/index.ts';
import { asTask, setTaskStatus, updateTask } from '../tasks/index.ts';

const MOST_LISTED = 200;
const MOST_SOON = 12;
const SOON_DAYS = 3;

/** What today is planned and closed with. */
export function reviewOf(services: Services) {
  const { read } = services.ledger;
  const day = services.today();
  const { startMs, endMs } = dayBounds(day, services.zone(), services.settings().dayStartMin);
  const open = tasksOfList(read, 'today', { today: day, limit: MOST_LISTED }).map(asTask);
  const isLeft = ({ dueDay, doDay }: (typeof open)[number]): boolean =>
    (doDay !== null && doDay < day) || (doDay !== day && dueDay !== null && dueDay < day);
  return {
    day,
    left: open.filter(isLeft),
    today: open.filter((task) => !isLeft(task)),
    soon: soonTasks(read, day, addDays(day, SOON_DAYS), MOST_SOON).map(asTask),
    done: tasksDoneBetween(read, startMs, endMs, MOST_LISTED).map(asTask),
    focusMin: dayInFigures(services, day).workedMin,
  };
}

interface Arrangement {
  readonly ritual: 'plan' | 'close';
  readonly choices: readonly DayChoice[];
  readonly line: string;
  readonly entryId?: string | undefined;
}

/**
 * Puts each task where it was chosen to go, and a line into the journal of today.
 *
 * @returns how many tasks were moved, and the entry of the line
 * @throws Refusal NOT_FOUND when a task is gone; then nothing is moved
 */
export function arrangeDay(
  services: Services,
  { ritual, choices, line, entryId: begunId }: Arrangement,
): { moved: number; entryId: string | null } {
  const day = services.today();
  const atMs = momentOn(services, day);
  const command = ritual === 'plan' ? 'today.plan' : 'today.close';
  return services.ledger.write({ actor: 'user', command }, (tx) => {
    for (const [to, ids] of groupsOf(choices)) moveGroup(tx, to, ids);
    if (line === '') return { moved: choices.length, entryId: null };
    const entryId = begunId ?? tx.newId();
    writeEntry(tx, { id: entryId, day, body: line }, atMs);
    return { moved: choices.length, entryId };
  });
}

/** Task ids by where they go: a day, or one of the words. */
function groupsOf(choices: readonly DayChoice[]): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const choice of choices) {
    const to = choice.to === 'day' ? choice.day : choice.to;
    groups.set(to, [...(groups.get(to) ?? []), choice.taskId]);
  }
  return groups;
}

function moveGroup(tx: LedgerTx, to: string, ids: readonly string[]): void {
  if (to === 'done' || to === 'dropped') setTaskStatus(tx, ids, to);
  else if (to === 'someday') updateTask(tx, ids, { someday: true, doDay: null, inInbox: false });
  else updateTask(tx, ids, { doDay: to, someday: false, inInbox: false });
}
