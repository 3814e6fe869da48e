import type { EntryInsights, InsightKind } from '#contract/insights';
import type { Entry } from '#contract/journal';
import { client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import type { ColorName } from '#renderer/ui/colors.ts';
import styles from './also-noticed.module.css';
import { moodWords } from './moods.ts';

interface Noticed {
  readonly kind: InsightKind;
  readonly label: string;
  readonly color: ColorName;
  readonly from: number;
  readonly to: number;
  readonly quote: string;
}

/** More than this would be a list to read instead of a line to glance at. */
const MAX_CHIPS = 8;

export interface AlsoNoticedProps {
  readonly entry: Entry;
  readonly insights: EntryInsights;
  /** Shows the words something was seen in. */
  readonly onReveal: (from: number, to: number) => void;
}

/** People and topics of an entry in one quiet line; each leads to its words and can be refused. */
export function AlsoNoticed({ entry, insights, onReveal }: AlsoNoticedProps) {
  const refuse = useCommand(client.insights.refuse, { done: () => 'Suggestion refused' });
  const setMood = useCommand(client.journal.setMood, { done: () => 'Mood noted' });
  const all = noticedIn(insights);
  const mood = entry.mood === null ? insights.mood : null;
  if (all.length === 0 && mood === null) return null;
  return (
    <ul aria-label="Also noticed" className={styles.line}>
      {mood !== null && (
        <li>
          <Chip
            color="violet"
            onPress={() => setMood.mutate({ id: entry.id, day: entry.day, mood: moodWords.indexOf(mood.label) + 1 })}
            onRemove={() => refuse.mutate({ entryId: entry.id, kind: 'mood', quote: mood.label })}
          >
            {`Set the mood to ${mood.label}`}
          </Chip>
        </li>
      )}
      {all.slice(0, MAX_CHIPS).map(({ kind, label, color, from, to, quote }) => (
        <li key={`${kind} ${from} ${label}`}>
          <Chip
            color={color}
            onPress={() => onReveal(from, to)}
            onRemove={() => refuse.mutate({ entryId: entry.id, kind, quote })}
          >
            {label}
          </Chip>
        </li>
      ))}
    </ul>
  );
}

function noticedIn({ people, topics }: EntryInsights): readonly Noticed[] {
  const names = new Set(people.map(({ name }) => name.toLocaleLowerCase()));
  return [
    ...people.map(({ name, ...words }) => ({ ...words, kind: 'person' as const, label: name, color: 'rose' as const })),
    // A person is no topic as well.
    ...topics
      .filter(({ name }) => !names.has(name.toLocaleLowerCase()))
      .map(({ name, ...words }) => ({ ...words, kind: 'topic' as const, label: name, color: 'amber' as const })),
  ];
}
