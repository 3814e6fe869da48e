import { type DayScale, type GridScale, instantAt, topOf } from './day-scale.ts';

/** A place on the grid: a column, and minutes from its top. */
export interface Place {
  readonly day: number;
  readonly topMin: number;
}

export interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

/** Where something is put down. `allDay` says that it becomes one, or stops being one; without it that stays as it was. */
export interface Drop extends Stretch {
  readonly allDay?: boolean;
}

export type DragMode = 'create' | 'move' | 'start' | 'end';

export const SNAP_MIN = 15;
const SNAP_MS = SNAP_MIN * 60_000;

/**
 * Where a thing would be if it was let go now. Begins and ends snap to quarters of an hour.
 *
 * @param from where the pointer went down, @param to where it is
 */
export function dragged(scale: GridScale, mode: DragMode, thing: Stretch, from: Place, to: Place): Stretch {
  switch (mode) {
    case 'create':
      return drawn(scale, from, to);
    case 'move':
      return moved(scale, thing, from, to);
    case 'start': {
      const startMs = snappedInstant(dayAt(scale, to), to.topMin);
      return { startMs: Math.min(startMs, thing.endMs - SNAP_MS), endMs: thing.endMs };
    }
    case 'end': {
      const endMs = snappedInstant(dayAt(scale, to), to.topMin);
      return { startMs: thing.startMs, endMs: Math.max(endMs, thing.startMs + SNAP_MS) };
    }
  }
}

/** The stretch between two places, at least a quarter of an hour. */
function drawn(scale: GridScale, from: Place, to: Place): Stretch {
  const isDown = to.day > from.day || (to.day === from.day && to.topMin >= from.topMin);
  const [first, last] = isDown ? [from, to] : [to, from];
  const startMs = instantAt(dayAt(scale, first), Math.floor(first.topMin / SNAP_MIN) * SNAP_MIN);
  const endMs = instantAt(dayAt(scale, last), Math.ceil(last.topMin / SNAP_MIN) * SNAP_MIN);
  return { startMs, endMs: Math.max(endMs, startMs + SNAP_MS) };
}

/** Keeps its length; across a change of the clock it keeps its time of day. */
function moved(scale: GridScale, thing: Stretch, from: Place, to: Place): Stretch {
  const lengthMs = thing.endMs - thing.startMs;
  const index = scale.days.findIndex((day) => day.startMs <= thing.startMs && thing.startMs < day.endMs);
  const day = scale.days[index];
  if (!day) {
    // It began before what is shown: only whole quarters of the way can be said.
    const wayMs = instantAt(dayAt(scale, to), to.topMin) - instantAt(dayAt(scale, from), from.topMin);
    const startMs = thing.startMs + Math.round(wayMs / SNAP_MS) * SNAP_MS;
    return { startMs, endMs: startMs + lengthMs };
  }
  const target = dayAt(scale, { day: index + to.day - from.day, topMin: 0 });
  const topMin = topOf(scale, day, thing.startMs) + to.topMin - from.topMin;
  const startMs = snappedInstant(target, Math.min(Math.max(0, topMin), scale.lengthMin - SNAP_MIN));
  return { startMs, endMs: startMs + lengthMs };
}

function dayAt(scale: GridScale, place: Place): DayScale {
  return scale.days[Math.min(Math.max(0, place.day), scale.days.length - 1)]!;
}

function snappedInstant(day: DayScale, topMin: number): number {
  return instantAt(day, Math.round(topMin / SNAP_MIN) * SNAP_MIN);
}
