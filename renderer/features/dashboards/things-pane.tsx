import type { CountedThing } from '#contract/dashboards';
import { api } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { moodWord } from '#renderer/features/journal/index.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatCount, formatDay, formatDuration, formatNumber } from '#renderer/ui/format.ts';
import { Pane, PaneSection } from '#renderer/ui/pane.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { useQuery } from '@tanstack/react-query';
import type { Counted } from './counted.ts';
import styles from './dashboards.module.css';

interface ThingsPaneProps {
  readonly counted: Counted;
  readonly onClose: () => void;
}

/** What a number counts: each thing, and a way to it. */
export function ThingsPane({ counted, onClose }: ThingsPaneProps) {
  const goTo = useGoTo();
  const { title, ...question } = counted;
  const query = useQuery(api.dashboards.things.queryOptions({ input: question }));
  const things = query.data?.things ?? [];
  const byDay = [...Map.groupBy(things, ({ day }) => day)];
  return (
    <Pane title={title} detail={query.data && countOf(things.length + query.data.more)} onClose={onClose}>
      {query.error !== null && <ErrorNotice title={failureOf(query.error).message} />}
      {query.data && things.length === 0 && <EmptyState compact title="Nothing is counted here" />}
      {byDay.map(([day, ofDay]) => (
        <PaneSection key={day}>
          <h3 className={styles.thingsDay}>{formatDay(day, 'medium')}</h3>
          {ofDay.map((thing, at) => (
            <Row
              key={`${thing.kind} ${thing.id} ${at}`}
              title={<span dir="auto">{thing.title === '' ? nameless(thing) : thing.title}</span>}
              end={amountOf(thing, counted)}
              onOpen={() => goTo(thing.route)}
            />
          ))}
        </PaneSection>
      ))}
      {query.data !== undefined && query.data.more > 0 && (
        <p className={styles.more}>And {formatNumber(query.data.more)} older. Choose a shorter time to see them.</p>
      )}
    </Pane>
  );
}

const countOf = (count: number): string => formatCount(count, { one: 'thing', other: 'things' });

function nameless({ kind }: CountedThing): string {
  return kind === 'session' ? 'Focus' : kind === 'entry' ? 'Without words' : 'A task that is gone';
}

function amountOf({ amount }: CountedThing, { measure }: Counted): string | undefined {
  if (amount === null) return undefined;
  if (measure === 'words') return formatCount(amount, { one: 'word', other: 'words' });
  return measure === 'mood' ? moodWord(amount) : formatDuration(amount);
}
