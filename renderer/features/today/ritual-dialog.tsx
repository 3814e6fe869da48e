import { api, client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatCount, formatDuration, formatRelativeDay } from '#renderer/ui/format.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { parseKeys } from '#renderer/ui/keys.ts';
import { Select } from '#renderer/ui/select.tsx';
import { matchesStroke } from '#renderer/ui/shortcut-matcher.ts';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { useWeekStart } from '#renderer/ui/week-start.ts';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { minutesLeft } from './agenda.ts';
import {
  PLACES,
  type Place,
  type Review,
  type Ritual,
  type RitualRow,
  choicesOf,
  minutesToday,
  places,
  rowsOf,
} from './day-choices.ts';
import styles from './ritual-dialog.module.css';
import { useMinute } from './use-minute.ts';
import { closingLine } from './closing-line.ts';

const WORDS = {
  plan: {
    title: 'Plan my day',
    question: 'What is today for? Each task goes where its key says.',
    groups: { left: 'Left from before', today: 'For today', soon: 'Could be today' },
    nothing: 'Nothing asks for today. Plan from your lists, or leave the day open.',
  },
  close: {
    title: 'Close my day',
    question: 'What is still open moves on. One line for the journal ends the day.',
    groups: { left: 'Left from before', today: 'Still open', soon: '' },
    nothing: 'Nothing is left open.',
  },
} as const;

const [ENTER, SHIFT_ENTER] = [parseKeys('Mod+Enter')[0]!, parseKeys('Mod+Shift+Enter')[0]!];

/** Heights of a row in px, without and with the heading of its group. */
const [ROW, HEADED_ROW] = [36, 68];

interface RitualDialogProps {
  readonly ritual: Ritual;
  readonly onClose: () => void;
}

/** The morning's plan and the evening's close: a list, a key for each task, and the day is arranged in one change. */
export function RitualDialog({ ritual, onClose }: RitualDialogProps) {
  const review = useQuery({ ...api.today.review.queryOptions(), staleTime: 0 });
  if (review.data === undefined) {
    return (
      <Dialog open title={WORDS[ritual].title} onClose={onClose}>
        {review.error !== null && <ErrorNotice title={failureOf(review.error).message} />}
      </Dialog>
    );
  }
  return <OpenRitual key={review.data.day} ritual={ritual} review={review.data} onClose={onClose} />;
}

function OpenRitual({ ritual, review, onClose }: RitualDialogProps & { readonly review: Review }) {
  const words = WORDS[ritual];
  const goTo = useGoTo();
  const firstWeekday = useWeekStart();
  const rows = rowsOf(ritual, review);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Place>>(new Map());
  const [line, setLine] = useState(() => (ritual === 'close' ? closingLine.textOf(review.day) : ''));
  const [error, setError] = useState<string>();
  const nowMs = useMinute();
  const settings = useQuery(api.settings.get.queryOptions());
  const free = useQuery(api.plan.freeTime.queryOptions({ input: { day: review.day } })).data;
  const placeOf = (row: RitualRow): Place => chosen.get(row.task.id) ?? row.usual;
  const arrange = useCommand(client.today.arrange, {
    done: () => (ritual === 'plan' ? 'The day is planned' : 'The day is closed'),
    onDone: () => closingLine.forget(),
    onFailure: ({ message }) => setError(message),
  });
  const body = useRef<HTMLDivElement>(null);
  // The list's keys work from its rows: the focus starts on the first one, or in the line where there is none.
  const firstRow = {
    get current() {
      return (
        body.current?.querySelector<HTMLElement>('[data-index="0"]') ?? body.current?.querySelector('textarea') ?? null
      );
    },
  };
  const plannedMin = minutesToday(rows, placeOf, settings.data?.defaultEstimateMin ?? 30);

  async function finish(withBlocks: boolean): Promise<void> {
    if (arrange.isPending) return;
    const choices = choicesOf(rows, placeOf, review.day, firstWeekday);
    if (choices.length > 0 || line.trim() !== '') {
      try {
        await arrange.mutateAsync({
          ritual,
          choices,
          ...(line.trim() === '' ? {} : { line, entryId: closingLine.entryIdOf(review.day) }),
        });
      } catch {
        return;
      }
    }
    onClose();
    if (withBlocks) goTo('/calendar?plan=day');
  }

  const put = (row: RitualRow, place: Place): void => setChosen((map) => new Map(map).set(row.task.id, place));
  const offered = places.filter((place) => ritual === 'plan' || place !== 'today');
  return (
    <Dialog
      open
      width="wide"
      title={words.title}
      description={words.question}
      onClose={onClose}
      initialFocus={firstRow}
      footer={
        <>
          <span className={styles.sum} role="status">
            {ritual === 'plan'
              ? `${formatDuration(plannedMin)} for today${free === undefined ? '' : ` of ${formatDuration(minutesLeft(free.stretches, nowMs))} free`}`
              : `${formatCount(review.done.length, { one: 'task', other: 'tasks' })} done, ${formatDuration(review.focusMin)} of focus`}
          </span>
          {ritual === 'plan' && (
            <Button onClick={() => void finish(false)} keys="Mod+Shift+Enter">
              Without times
            </Button>
          )}
          <Button variant="primary" keys="Mod+Enter" onClick={() => void finish(ritual === 'plan')}>
            {ritual === 'plan' ? 'Find times' : 'Close the day'}
          </Button>
        </>
      }
    >
      {/* The keys of the whole dialog; each has its button. */}
      <div
        ref={body}
        role="presentation"
        className={styles.body}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const withTimes = matchesStroke(ENTER, event.nativeEvent);
          if (!withTimes && !(ritual === 'plan' && matchesStroke(SHIFT_ENTER, event.nativeEvent))) return;
          void finish(withTimes && ritual === 'plan');
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        {error !== undefined && <ErrorNotice title={error} />}
        {ritual === 'close' && review.done.length > 0 && (
          <details className={styles.done}>
            <summary>Done today: {formatCount(review.done.length, { one: 'task', other: 'tasks' })}</summary>
            <ul>
              {review.done.map((task) => (
                <li key={task.id} dir="auto">
                  {task.title}
                </li>
              ))}
            </ul>
          </details>
        )}
        {rows.length === 0 ? (
          <EmptyState compact title={words.nothing} />
        ) : (
          <>
            <p className={styles.keys}>
              {offered.map((place) => (
                <span key={place}>
                  <Kbd keys={PLACES[place].keys} /> {PLACES[place].label}
                </span>
              ))}
            </p>
            <div style={{ height: heightOf(rows) }} className={styles.listBox}>
              <VirtualList
                label={words.title}
                className={styles.list}
                items={rows}
                itemKey={({ task }) => task.id}
                onKey={(event, row) => {
                  const place = offered.find((one) => PLACES[one].keys === event.key);
                  if (place === undefined || event.metaKey || event.ctrlKey || event.altKey) return false;
                  put(row, place);
                  focusNext(event.currentTarget);
                  return true;
                }}
                renderItem={(row) => (
                  <div className={styles.row}>
                    {isFirstOfGroup(rows, row) && <h3 className={styles.group}>{words.groups[row.group]}</h3>}
                    <div className={styles.line} data-moved={chosen.has(row.task.id) || undefined}>
                      <span className={styles.title} dir="auto">
                        {row.task.title}
                      </span>
                      <span className={styles.facts}>{factsOf(row, review.day)}</span>
                      <Select
                        label={`Where ${row.task.title} goes`}
                        hidesLabel
                        className={styles.place}
                        value={placeOf(row)}
                        options={offered.map((value) => ({ value, label: PLACES[value].label }))}
                        onChange={(place) => put(row, place)}
                      />
                    </div>
                  </div>
                )}
                estimateHeight={(row) => (isFirstOfGroup(rows, row) ? HEADED_ROW : ROW)}
              />
            </div>
          </>
        )}
        {ritual === 'close' && (
          <TextArea
            label="One line for the journal"
            placeholder="How was it?"
            rows={2}
            dir="auto"
            value={line}
            onChange={(text) => {
              setLine(text);
              closingLine.keep(review.day, text);
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

/** "due yesterday, 45 min" */
function factsOf({ task }: RitualRow, today: Review['day']): string {
  const due = task.dueDay === null ? [] : [`due ${formatRelativeDay(task.dueDay, today)}`];
  return [...due, ...(task.estimateMin === null ? [] : [formatDuration(task.estimateMin)])].join(', ');
}

const isFirstOfGroup = (rows: readonly RitualRow[], row: RitualRow): boolean =>
  rows.find(({ group }) => group === row.group) === row;

function heightOf(rows: readonly RitualRow[]): number {
  return rows.reduce((sum, row) => sum + (isFirstOfGroup(rows, row) ? HEADED_ROW : ROW), 0);
}

/** The key that places a task goes on to the next one. */
function focusNext(row: EventTarget): void {
  if (!(row instanceof HTMLElement)) return;
  row.parentElement?.querySelector<HTMLElement>(`[data-index="${Number(row.dataset['index']) + 1}"]`)?.focus();
}
