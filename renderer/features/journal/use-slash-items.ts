import type { Day } from '#contract/time';
import { fillTemplate, openTemplates, useTemplates } from '#renderer/features/templates/index.ts';
import { formatDay, formatTime } from '#renderer/ui/format.ts';
import { useMemo } from 'react';
import type { SlashItem } from './editor/slash-menu.ts';
import { moodWords } from './moods.ts';

interface SlashOptions {
  readonly day: Day;
  readonly zone: string;
  readonly onMood: (mood: number) => void;
}

/** What the slash menu of an entry offers besides Markdown: the date, the time, templates, moods. */
export function useSlashItems({ day, zone, onMood }: SlashOptions): readonly SlashItem[] {
  const templates = useTemplates();
  return useMemo(() => {
    const plain = (text: string) => ({ text, cursor: text.length });
    return [
      {
        label: 'Date',
        detail: formatDay(day, 'medium'),
        keywords: 'day today',
        run: () => plain(formatDay(day, 'full')),
      },
      { label: 'Time', keywords: 'now clock hour', run: () => plain(`${formatTime(Date.now(), zone)} `) },
      ...(templates ?? []).map(({ name, body }) => ({
        label: name,
        detail: 'Template',
        keywords: 'template',
        run: () => fillTemplate(body, { day, nowMs: Date.now(), zone }),
      })),
      {
        label: 'Edit templates',
        keywords: 'template new make',
        isHidden: true,
        run: () => {
          openTemplates();
          return null;
        },
      },
      ...moodWords.map((word, at) => ({
        label: `Mood: ${word}`,
        keywords: 'mood feeling',
        isHidden: true,
        run: () => {
          onMood(at + 1);
          return null;
        },
      })),
    ];
  }, [templates, day, zone, onMood]);
}
