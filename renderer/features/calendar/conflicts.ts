import type { Thing } from './things.ts';

/** What takes its time: two of these at once are one too many. Whole days, and blocks of what is done, stand back. */
function isBusy(thing: Thing): boolean {
  if (thing.kind === 'event') return thing.event.busy && !thing.event.allDay;
  return thing.kind === 'block' && !thing.isLeaving && thing.block.task.status === 'open';
}

const kept = new WeakMap<readonly Thing[], ReadonlyMap<string, readonly Thing[]>>();

/**
 * Things that want the same time; of the same things the same answer.
 *
 * @returns for each key of one in conflict the others it overlaps, earliest first
 */
export function conflictsOf(things: readonly Thing[]): ReadonlyMap<string, readonly Thing[]> {
  const before = kept.get(things) ?? foundAmong(things);
  kept.set(things, before);
  return before;
}

function foundAmong(things: readonly Thing[]): ReadonlyMap<string, readonly Thing[]> {
  const found = new Map<string, Thing[]>();
  const note = (one: Thing, other: Thing): void => {
    const others = found.get(one.key);
    if (others) others.push(other);
    else found.set(one.key, [other]);
  };
  const ordered = things.filter(isBusy).toSorted((one, other) => one.startMs - other.startMs);
  let open: Thing[] = [];
  for (const thing of ordered) {
    open = open.filter((earlier) => earlier.endMs > thing.startMs);
    for (const earlier of open) {
      note(earlier, thing);
      note(thing, earlier);
    }
    open.push(thing);
  }
  return found;
}
