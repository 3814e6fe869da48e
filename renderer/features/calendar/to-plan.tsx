import type { TaskToPlan } from '#contract/calendar';
import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { formatDuration, formatRelativeDay, formatTimeRange } from '#renderer/ui/format.ts';
import { listMove } from '#renderer/ui/list-move.ts';
import { PaneSection } from '#renderer/ui/pane.tsx';
import { Popover } from '#renderer/ui/popover.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { CalendarClock, ListFilter, PanelRightOpen } from 'lucide-react';
import {
  type KeyboardEvent,
  type RefObject,
  memo,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import type { Stretch } from './drag.ts';
import { PlaceForm } from './place-form.tsx';
import { toPlanGroups } from './to-plan-groups.ts';
import styles from './to-plan.module.css';
import { useBlockOver } from './use-block-over.ts';
import { type Placing, usePlaceDrag } from './use-place-drag.ts';
import type { Surface } from './view-props.ts';

/** More rows than this are found by the line above them. */
const MOST = 40;

export interface ToPlanHandle {
  focus(): void;
}

export interface ToPlanProps {
  readonly handle: RefObject<ToPlanHandle | null>;
  readonly surface: RefObject<Surface | null>;
  readonly zone: string;
  readonly today: Day;
  /** What a task without an estimate takes. */
  readonly defaultMin: number;
  onPlacing(placing: Placing | null): void;
  onPlace(task: TaskToPlan, to: Stretch): void;
}

/** Open tasks that have no time yet: carried onto the calendar by pointer, or placed by B. A block carried here goes. */
export const ToPlan = memo(function ToPlan(props: ToPlanProps) {
  const { zone, today, defaultMin } = props;
  const goTo = useGoTo();
  const [words, setWords] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [menuId, setMenuId] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLInputElement>(null);
  /** Where the focus goes on when the row that has it is placed and gone. */
  const placedAt = useRef<{ id: string; index: number } | null>(null);
  const { data: tasks = [] } = useQuery(api.calendar.toPlan.queryOptions({ input: {} }));
  const groups = useMemo(() => toPlanGroups(tasks, today, words), [tasks, today, words]);
  const all = useMemo(() => groups.flatMap((group) => group.tasks), [groups]);
  const rows = all.slice(0, MOST);
  const shown = new Set(rows.map(({ id }) => id));
  const stopId = activeId !== null && shown.has(activeId) ? activeId : (rows[0]?.id ?? null);
  const durationOf = (task: TaskToPlan): number => task.estimateMin ?? defaultMin;
  const isBlockOver = useBlockOver(root);
  const drag = usePlaceDrag({
    surface: props.surface,
    taskOf: (id) => tasks.find((task) => task.id === id),
    durationOf,
    onPlacing: props.onPlacing,
    onPlace: props.onPlace,
  });

  const focusRow = (index: number): void => {
    root.current?.querySelectorAll<HTMLElement>('[data-task]')[index]?.focus();
  };
  useImperativeHandle(props.handle, () => ({
    focus: () => (rows.length === 0 ? filter.current?.focus() : focusRow(rows.findIndex(({ id }) => id === stopId))),
  }));
  useEffect(() => {
    const gone = placedAt.current;
    if (gone === null || all.some(({ id }) => id === gone.id)) return;
    placedAt.current = null;
    // After the popover has given the focus back to a row that is no more.
    const frame = requestAnimationFrame(() =>
      all.length === 0 ? filter.current?.focus() : focusRow(Math.min(gone.index, all.length - 1)),
    );
    return () => cancelAnimationFrame(frame);
  }, [all]);

  function place(task: TaskToPlan, to: Stretch): void {
    placedAt.current = { id: task.id, index: rows.findIndex(({ id }) => id === task.id) };
    setOpenId(null);
    props.onPlace(task, to);
  }

  function press(event: KeyboardEvent, task: TaskToPlan): void {
    const next = listMove(event, rows.indexOf(task), rows.length, 8);
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (next !== undefined) focusRow(next);
    else if (isPlain && event.key === 'b') setOpenId(task.id);
    else if (isPlain && event.key === 'o') goTo(`/tasks?list=all&task=${task.id}`);
    else return;
    event.preventDefault();
  }

  const inMenu = tasks.find(({ id }) => id === menuId);
  return (
    <PaneSection>
      <SectionLabel end={tasks.length > 0 ? tasks.length : undefined}>To plan</SectionLabel>
      <div ref={root} data-to-plan className={clsx(styles.root, isBlockOver && styles.over)}>
        {isBlockOver && <p className={styles.hint}>Let go here to take it off the calendar.</p>}
        {(tasks.length > 8 || words !== '') && (
          <TextField
            ref={filter}
            label="Filter what is to plan"
            hidesLabel
            icon={ListFilter}
            placeholder="Filter"
            value={words}
            onChange={setWords}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' && rows.length > 0) {
                event.preventDefault();
                focusRow(0);
              } else if (event.key === 'Escape' && words !== '') {
                event.preventDefault();
                event.stopPropagation();
                setWords('');
              }
            }}
          />
        )}
        {tasks.length === 0 && <p className={styles.none}>Every open task has its time.</p>}
        {tasks.length > 0 && all.length === 0 && <p className={styles.none}>No task to plan has these words.</p>}
        <ContextMenu
          entries={
            inMenu === undefined
              ? []
              : [
                  { label: 'Place…', icon: CalendarClock, keys: 'b', onSelect: () => setOpenId(inMenu.id) },
                  {
                    label: 'Open the task',
                    icon: PanelRightOpen,
                    keys: 'o',
                    onSelect: () => goTo(`/tasks?list=all&task=${inMenu.id}`),
                  },
                ]
          }
        >
          <div
            {...drag.handlers}
            onContextMenu={(event) => {
              const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-task]') : null;
              setMenuId(row?.dataset['task'] ?? null);
            }}
          >
            {groups.map((group) => {
              const own = group.tasks.filter(({ id }) => shown.has(id));
              if (own.length === 0) return null;
              return (
                <div key={group.title}>
                  <h3 className={styles.group}>{group.title}</h3>
                  <ul aria-label={`To plan, ${group.title}`}>
                    {own.map((task) => (
                      <li key={task.id}>
                        <Popover
                          label={`Place ${task.title}`}
                          side="left"
                          open={openId === task.id}
                          onOpenChange={(isOpen) => setOpenId(isOpen ? task.id : null)}
                          initialFocus={field}
                          trigger={
                            <button
                              type="button"
                              data-task={task.id}
                              data-focus="inset"
                              tabIndex={task.id === stopId ? 0 : -1}
                              className={clsx(styles.row, drag.placing?.task.id === task.id && styles.carried)}
                              onFocus={() => setActiveId(task.id)}
                              onKeyDown={(event) => press(event, task)}
                            >
                              <span className={styles.title} dir="auto">
                                {task.title}
                              </span>
                              {task.dueDay !== null && (
                                <span className={clsx(styles.due, task.dueDay < today && styles.late)}>
                                  <span className="visually-hidden">due </span>
                                  {formatRelativeDay(task.dueDay, today)}
                                </span>
                              )}
                              <span className={styles.length}>{formatDuration(durationOf(task))}</span>
                            </button>
                          }
                        >
                          <PlaceForm
                            durationMin={durationOf(task)}
                            zone={zone}
                            today={today}
                            field={field}
                            onPlace={(to) => place(task, to)}
                          />
                        </Popover>
                      </li>
                    ))}
                  </ul>
                </div>
              );
            })}
          </div>
        </ContextMenu>
        {all.length > MOST && <p className={styles.none}>{all.length - MOST} more: filter to find them.</p>}
      </div>
      {drag.placing !== null &&
        createPortal(
          <div ref={drag.follower} className={styles.follower} aria-hidden>
            <b dir="auto">{drag.placing.task.title}</b>
            <span>
              {drag.placing.to === null
                ? formatDuration(durationOf(drag.placing.task))
                : formatTimeRange(drag.placing.to.startMs, drag.placing.to.endMs, zone)}
            </span>
          </div>,
          document.body,
        )}
    </PaneSection>
  );
});
