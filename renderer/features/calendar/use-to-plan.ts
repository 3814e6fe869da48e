import type { TaskToPlan } from '#contract/calendar';
import type { Settings } from '#contract/settings';
import type { Day } from '#contract/time';
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Stretch } from './drag.ts';
import type { Thing } from './things.ts';
import type { ToPlanHandle, ToPlanProps } from './to-plan.tsx';
import type { Placing } from './use-place-drag.ts';
import type { Surface } from './view-props.ts';

interface ToPlanOptions {
  readonly settings: Settings;
  readonly surface: RefObject<Surface | null>;
  readonly zone: string;
  readonly today: Day;
  add(taskId: string, to: Stretch): void;
  bringIntoView(instantMs: number): void;
}

/** What the page has to do with the list of what is to plan. */
export interface ToPlanOfPage {
  /** What is being carried, where it would stand. */
  readonly ghost: Thing | null;
  /** The same ones until something of them changes, so that a step of the calendar leaves the list alone. */
  readonly props: ToPlanProps;
  /** Once it is shown. */
  focus(): void;
}

export function useToPlan({ settings, surface, zone, today, add, bringIntoView }: ToPlanOptions): ToPlanOfPage {
  const handle = useRef<ToPlanHandle>(null);
  const [placing, setPlacing] = useState<Placing | null>(null);
  const latest = useRef({ add, bringIntoView });
  useLayoutEffect(() => {
    latest.current = { add, bringIntoView };
  });
  const onPlace = useCallback((task: TaskToPlan, to: Stretch): void => {
    latest.current.add(task.id, to);
    latest.current.bringIntoView(to.startMs);
  }, []);
  const { defaultEstimateMin } = settings;
  const props = useMemo(
    () => ({ handle, surface, zone, today, defaultMin: defaultEstimateMin, onPlacing: setPlacing, onPlace }),
    [surface, zone, today, defaultEstimateMin, onPlace],
  );
  const ghost = useMemo(
    (): Thing | null =>
      placing?.to ? { kind: 'draft', key: 'draft', title: placing.task.title, ...placing.to } : null,
    [placing],
  );
  return { ghost, props, focus: () => void requestAnimationFrame(() => handle.current?.focus()) };
}
