import type { Day } from '#contract/time';
import type { Planning } from '#renderer/features/plan/index.ts';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import type { CalendarView } from './use-calendar-view.ts';
import { VIEWS } from './views.ts';

interface CalendarKeysOptions {
  readonly shown: CalendarView;
  readonly today: Day;
  readonly planning: Planning;
  /** Whether the pane of an event or block is open. */
  readonly isOpen: boolean;
  beginNow(): void;
  planShown(): void;
  goToDay(): void;
  find(): void;
  toPlan(): void;
  close(): void;
  /** Moves the block of the plan that is looked at. */
  moveCurrent(): void;
  bringIntoView(instantMs: number): void;
}

/** What keys do on the calendar as a whole; those of a thing that has the focus are its own. */
export function useCalendarKeys(options: CalendarKeysOptions): void {
  const { shown, today, planning, isOpen, bringIntoView } = options;
  const { session } = planning;
  const entry = session?.entries.find(({ key }) => key === session.currentKey);
  const isPlanning = session !== null || planning.failure !== null || planning.isWorking;
  const stepPlan = (direction: 1 | -1): void => {
    const next = planning.step(direction);
    if (next) bringIntoView(next.planned.startMs);
  };
  useShortcuts([
    ...VIEWS.map(({ value, keys }) => ({ keys, run: () => shown.show(shown.day, value) })),
    { keys: '1', run: () => shown.show(shown.day, 'day') },
    { keys: '7', run: () => shown.show(shown.day, 'week') },
    { keys: 't', run: () => shown.show(today) },
    { keys: '.', run: options.goToDay },
    { keys: 'g d', run: options.goToDay },
    { keys: 'ArrowLeft', run: () => shown.step(-1), repeats: true },
    { keys: 'ArrowRight', run: () => shown.step(1), repeats: true },
    { keys: 'k', run: () => shown.step(-1), repeats: true },
    { keys: 'j', run: () => shown.step(1), repeats: true },
    { keys: '/', run: options.find },
    { keys: 'c', run: options.beginNow },
    { keys: 'b', run: options.toPlan },
    { keys: 'n', run: options.beginNow },
    { keys: 'p', run: options.planShown },
    { keys: 'j', when: () => session !== null, run: () => stepPlan(1), repeats: true },
    { keys: 'k', when: () => session !== null, run: () => stepPlan(-1), repeats: true },
    { keys: 'y', when: () => entry !== undefined, run: () => entry && planning.decide(entry.key, 'keep') },
    { keys: 'n', when: () => entry !== undefined, run: () => entry && planning.decide(entry.key, 'refuse') },
    { keys: 'm', when: () => entry !== undefined, run: options.moveCurrent },
    { keys: 'Mod+Enter', when: () => session !== null, run: () => planning.accept(), inFields: true },
    { keys: 'Escape', when: () => isPlanning, run: () => planning.refuseRest() },
    { keys: 'Escape', when: () => !isPlanning && isOpen, run: options.close, inFields: true },
  ]);
}
