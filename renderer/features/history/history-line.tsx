import type { HistoryItem } from '#contract/history';
import type { Day } from '#contract/time';
import { Button } from '#renderer/ui/button.tsx';
import { formatDay, formatNumber, formatTime } from '#renderer/ui/format.ts';
import { Icon, type LucideIcon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { ChevronDown, ChevronRight, Cog, Download, RefreshCw, Sparkles, UserRound } from 'lucide-react';
import { headingOf, moreWords, valuesOf } from './change-words.ts';
import styles from './history-screen.module.css';

const ACTORS: readonly { readonly begins: string; readonly icon: LucideIcon; readonly label: string }[] = [
  { begins: 'user', icon: UserRound, label: 'You' },
  { begins: 'assistant', icon: Sparkles, label: 'Assistant' },
  { begins: 'sync', icon: RefreshCw, label: 'Sync' },
  { begins: 'import', icon: Download, label: 'Import' },
];

const actorOf = (actor: string) =>
  ACTORS.find(({ begins }) => actor.startsWith(begins)) ?? { icon: Cog, label: 'Braindump' };

interface HistoryLineProps {
  readonly item: HistoryItem;
  readonly zone: string;
  /** Said above the first line of a day. */
  readonly day: Day | undefined;
  readonly today: Day;
  readonly isOpen: boolean;
  /** Why it could not be taken back. */
  readonly problem: string | undefined;
  readonly onToggle: () => void;
  readonly onUndo: () => void;
  /** Asks to go back to right after it. */
  readonly onGoBack: () => void;
}

/** A commit of the ledger in a line: who, when, what; opened, what was there before and after. */
export function HistoryLine({ item, zone, day, today, isOpen, problem, onToggle, onUndo, onGoBack }: HistoryLineProps) {
  const actor = actorOf(item.actor);
  const time = formatTime(item.atMs, zone);
  return (
    <>
      {day !== undefined && (
        <h2 className={styles.day}>{day === today ? 'Today' : formatDay(day, dayStyle(day, today))}</h2>
      )}
      {/* The row has Enter for it; the chevron is its name for readers. */}
      <div
        className={styles.line}
        data-open={isOpen || undefined}
        data-undone={item.isUndone || undefined}
        onClick={onToggle}
        role="presentation"
      >
        <Icon icon={actor.icon} label={actor.label} className={styles.actor} />
        <time className={styles.time} dateTime={new Date(item.atMs).toISOString()}>
          {time}
        </time>
        <span className={styles.words} dir="auto">
          {item.words}
        </span>
        {item.about.length > 0 && (
          <span className={styles.about} dir="auto">
            {item.about.join(', ')}
          </span>
        )}
        <span className={styles.state}>{item.isUndone ? 'taken back' : ''}</span>
        <IconButton
          icon={isOpen ? ChevronDown : ChevronRight}
          label={isOpen ? 'Hide what changed' : 'Show what changed'}
          aria-expanded={isOpen}
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        />
      </div>
      {isOpen && <Details item={item} zone={zone} problem={problem} onUndo={onUndo} onGoBack={onGoBack} />}
    </>
  );
}

const dayStyle = (day: Day, today: Day): 'long' | 'full' => (day.slice(0, 4) === today.slice(0, 4) ? 'long' : 'full');

interface DetailsProps {
  readonly item: HistoryItem;
  readonly zone: string;
  readonly problem: string | undefined;
  readonly onUndo: () => void;
  readonly onGoBack: () => void;
}

function Details({ item, zone, problem, onUndo, onGoBack }: DetailsProps) {
  const changes = item.changes.map((change) => ({ change, values: valuesOf(change, zone) }));
  return (
    <div className={styles.details}>
      {changes.map(({ change, values }) => (
        <div key={`${change.table} ${change.id} ${change.op}`} className={styles.change}>
          <p className={styles.subject}>{headingOf(change)}</p>
          {values.length > 0 && (
            <dl className={styles.values}>
              {values.map(({ label, before, after }) => (
                <div key={label} style={{ display: 'contents' }}>
                  <dt>{label}</dt>
                  <dd>
                    {before !== null && (
                      <del className={styles.before} dir="auto">
                        {before}
                      </del>
                    )}
                    {after !== null && (
                      <ins className={styles.after} dir="auto" style={{ textDecoration: 'none' }}>
                        {after}
                      </ins>
                    )}
                    {after === null && before !== null && change.op === 'update' && (
                      <span className={styles.quiet}>taken away</span>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      ))}
      {item.changeCount > changes.length && (
        <p className={styles.quiet}>{moreWords(item.changeCount - changes.length)}</p>
      )}
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.foot}>
        {!item.isUndone && (
          <Button size="small" keys="u" onClick={onUndo}>
            {item.undoes === null ? 'Undo this' : 'Do it again'}
          </Button>
        )}
        <Button size="small" keys="b" onClick={onGoBack}>
          Go back to here…
        </Button>
        <span className={styles.quiet}>Number {formatNumber(item.seq)} in the ledger</span>
      </div>
    </div>
  );
}
