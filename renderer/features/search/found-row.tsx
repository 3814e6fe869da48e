import type { RankedHit } from '#contract/search';
import type { Day } from '#contract/time';
import { formatRelativeDay } from '#renderer/ui/format.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './found-row.module.css';
import { KINDS } from './kinds.ts';
import { Marked } from './marked.tsx';

export interface FoundRowProps {
  readonly hit: RankedHit;
  readonly today: Day | undefined;
  /** Whether it was found by another spelling than the typed one. */
  readonly respelled: boolean;
  readonly onOpen: () => void;
}

/** One result: what it is, the pieces of text that hold the words, and which words stand where. */
export function FoundRow({ hit, today, respelled, onOpen }: FoundRowProps) {
  const { one, icon } = KINDS[hit.kind];
  return (
    <div className={styles.row}>
      <span className={styles.icon}>
        <Icon icon={icon} label={one} />
      </span>
      <div className={styles.words}>
        <div className={styles.head}>
          <button type="button" tabIndex={-1} dir="auto" className={styles.title} onClick={onOpen}>
            {hit.title === '' ? 'Without words' : <Marked text={hit.title} ranges={hit.titleRanges} />}
          </button>
          {hit.day !== null && today !== undefined && (
            <time dateTime={hit.day} className={styles.day}>
              {formatRelativeDay(hit.day, today)}
            </time>
          )}
        </div>
        {hit.snippets.map((snippet) => (
          <p key={snippet.text} dir="auto" className={styles.snippet}>
            <Marked text={snippet.text} ranges={snippet.ranges} />
          </p>
        ))}
        {hit.found.length > 0 && (
          <p className={styles.why}>
            {hit.found.map((one) => whereFound(hit.kind, one)).join(', ')}
            {respelled && ' (similar spelling)'}
          </p>
        )}
      </div>
    </div>
  );
}

/** What the long text of each kind is called. */
const TEXTS: Readonly<Record<RankedHit['kind'], string>> = {
  entry: 'text',
  task: 'notes',
  event: 'notes',
  expense: 'category',
  project: 'notes',
  session: 'text',
};

/** “dentist” in the title and 2 times in the notes. */
function whereFound(kind: RankedHit['kind'], { word, inTitle, inBody }: RankedHit['found'][number]): string {
  const text = TEXTS[kind];
  const places = [
    ...(inTitle > 0 ? ['in the title'] : []),
    ...(inBody > 0 ? [inBody === 1 ? `once in the ${text}` : `${inBody} times in the ${text}`] : []),
  ];
  return `“${word}” ${places.join(' and ')}`;
}
