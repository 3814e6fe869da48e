import type { Day } from '#contract/time';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { PassageList } from './passage-list.tsx';
import { useMentions } from './use-mentions.ts';

/** What links to a day, with the words around; nothing where nothing does. */
export function MentionedIn({ day, today }: { readonly day: Day; readonly today: Day }) {
  const { passages, hasOlder, showOlder } = useMentions('page', day);
  if (passages.length === 0) return null;
  return (
    <section aria-label="Mentioned in">
      <SectionLabel end={formatNumber(passages.length)}>Mentioned in</SectionLabel>
      <PassageList label="Entries that mention this day" passages={passages} today={today} />
      {hasOlder && (
        <Button variant="quiet" size="small" onClick={showOlder}>
          Show older
        </Button>
      )}
    </section>
  );
}
