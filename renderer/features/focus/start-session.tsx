import { api } from '#renderer/data/api.ts';
import type { Failure } from '#renderer/data/failure.ts';
import { useGoTo, useSearchParam } from '#renderer/data/navigation.ts';
import type { Today } from '#renderer/features/today/index.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DurationField } from '#renderer/ui/duration-field.tsx';
import { formatClock, formatDuration } from '#renderer/ui/format.ts';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { useQuery } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Dial } from './dial.tsx';
import { type StartFocus, startFocus } from './focus-actions.ts';
import styles from './focus-screen.module.css';
import { JustFinished } from './just-finished.tsx';
import startStyles from './start-session.module.css';
import { type FocusSubject, SubjectList, useSubjects } from './subject-list.tsx';

type Rhythm = 'usual' | 'long' | 'countdown' | 'open';

const LONG = { minutes: 50, breakMinutes: 10 } as const;

/** No session is on: what to focus on, and for how long. */
export function StartSession({ today }: { readonly today: Today }) {
  const settings = useQuery(api.settings.get.queryOptions()).data;
  const goTo = useGoTo();
  const wantsWords = useSearchParam('start') !== undefined;
  const [intention, setIntention] = useState('');
  const [rhythm, setRhythm] = useState<Rhythm>('usual');
  const [countdownMin, setCountdownMin] = useState<number | undefined>(30);
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const subjects = useSubjects(today, intention);

  async function start(subject: Pick<StartFocus, 'taskId' | 'blockId' | 'intention'>): Promise<void> {
    setFailure(await startFocus({ ...subject, ...lengthsOf(rhythm, countdownMin) }));
  }
  const startWithWords = (): void => void start({ intention });
  const startWith = ({ taskId, blockId }: FocusSubject): void =>
    void start(blockId === undefined ? { taskId } : { blockId });
  useShortcuts([
    { keys: 'Space', run: startWithWords },
    { keys: 'n', run: () => field.current?.focus() },
  ]);
  const isReady = settings !== undefined;
  useEffect(() => {
    if (!isReady || !wantsWords) return;
    field.current?.focus();
    // Asked once: when a session ends here, its keys must not end up in the field.
    goTo('/focus', { replace: true });
  }, [isReady, wantsWords, goTo]);
  if (settings === undefined) return null;

  const workMin =
    rhythm === 'long' ? LONG.minutes : rhythm === 'countdown' ? (countdownMin ?? 0) : settings.focusWorkMin;
  const minutesProblem = rhythm === 'countdown' && failure?.field === 'minutes' ? failure.message : undefined;
  return (
    <div className={styles.column}>
      <Dial
        share={0}
        isStill
        text={rhythm === 'open' ? '0:00' : formatClock(workMin * 60_000)}
        spoken={rhythm === 'open' ? 'No planned end' : formatDuration(workMin)}
      >
        <p className={styles.phase}>
          {rhythm === 'usual' || rhythm === 'long'
            ? `${settings.focusRoundsBeforeLongBreak} rounds, then ${formatDuration(longBreak(rhythm, settings.focusLongBreakMin))} off`
            : rhythm === 'countdown'
              ? 'One stretch, no breaks'
              : 'Until you finish'}
        </p>
      </Dial>

      <form
        className={startStyles.form}
        onSubmit={(event) => {
          event.preventDefault();
          startWithWords();
        }}
      >
        <TextField
          ref={field}
          label="What will you do?"
          hidesLabel
          placeholder="What will you do? Write it, or choose below"
          dir="auto"
          maxLength={2_000}
          value={intention}
          onChange={setIntention}
          error={failure !== null && minutesProblem === undefined ? failure.message : undefined}
          onKeyDown={(event) => {
            if (event.key === 'Escape') field.current?.blur();
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            list.current?.querySelector('button')?.focus();
          }}
        />
        <div className={startStyles.lengths}>
          <SegmentedControl<Rhythm>
            label="Length"
            value={rhythm}
            options={[
              { value: 'usual', label: `${settings.focusWorkMin} / ${settings.focusBreakMin}` },
              { value: 'long', label: `${LONG.minutes} / ${LONG.breakMinutes}` },
              { value: 'countdown', label: 'Countdown' },
              { value: 'open', label: 'Open' },
            ]}
            onChange={(next) => {
              setRhythm(next);
              setFailure(null);
            }}
          />
          {rhythm === 'countdown' && (
            <DurationField
              label="Minutes"
              hidesLabel
              className={startStyles.minutes}
              value={countdownMin}
              onChange={setCountdownMin}
              error={minutesProblem}
            />
          )}
        </div>
        <Button type="submit" variant="primary" icon={Play} keys="Space" className={styles.main}>
          Start
        </Button>
      </form>

      {intention === '' && <JustFinished today={today} onStart={(again) => void start(again)} />}
      <SubjectList subjects={subjects} zone={today.zone} listRef={list} filter={intention} onStart={startWith} />
    </div>
  );
}

function longBreak(rhythm: Rhythm, usualMin: number): number {
  return rhythm === 'long' ? Math.max(LONG.breakMinutes, usualMin) : usualMin;
}

function lengthsOf(
  rhythm: Rhythm,
  countdownMin: number | undefined,
): Pick<StartFocus, 'mode' | 'minutes' | 'breakMinutes'> {
  switch (rhythm) {
    case 'usual':
      return { mode: 'rounds' };
    case 'long':
      return { mode: 'rounds', ...LONG };
    case 'countdown':
      return { mode: 'countdown', minutes: countdownMin ?? 0 };
    case 'open':
      return { mode: 'open' };
  }
}
