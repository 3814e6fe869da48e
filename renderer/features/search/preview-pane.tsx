import type { SearchHit } from '#contract/search';
import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatRelativeDay } from '#renderer/ui/format.ts';
import { Pane, PaneSection } from '#renderer/ui/pane.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { KINDS } from './kinds.ts';
import { Marked } from './marked.tsx';
import styles from './preview-pane.module.css';

interface PreviewPaneProps {
  readonly hit: SearchHit;
  readonly query: string;
  readonly today: Day | undefined;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** The result in hand in full, with the first passage that was asked for in view. */
export function PreviewPane({ hit, query, today, onOpen, onClose }: PreviewPaneProps) {
  const body = useRef<HTMLDivElement>(null);
  const { data, isError } = useQuery({
    ...api.search.preview.queryOptions({ input: { id: hit.id, query } }),
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    if (!data) return;
    // Only the pane scrolls: the list keeps its place.
    const mark = body.current?.querySelector('mark');
    mark?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [data]);
  return (
    <Pane
      title={KINDS[hit.kind].one}
      detail={hit.day !== null && today !== undefined ? formatRelativeDay(hit.day, today) : undefined}
      onClose={onClose}
      end={
        <Button size="small" onClick={onOpen}>
          Open
        </Button>
      }
    >
      <PaneSection>
        <div ref={body} className={styles.body}>
          {isError ? (
            <p>It is not here any more.</p>
          ) : (
            data && (
              <>
                {hit.kind !== 'entry' && (
                  <p dir="auto" className={styles.title}>
                    <Marked text={data.title} ranges={data.titleRanges} />
                  </p>
                )}
                <p dir="auto" className={styles.text}>
                  {data.text.trim() === '' ? (
                    <span className={styles.none}>No notes.</span>
                  ) : (
                    <Marked text={data.text} ranges={data.ranges} />
                  )}
                </p>
              </>
            )
          )}
        </div>
      </PaneSection>
    </Pane>
  );
}
