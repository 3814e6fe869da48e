import type { TextRange } from '#contract/search';
import type { ReactNode } from 'react';
import styles from './marked.module.css';

/** A text with what was found in it marked. */
export function Marked({ text, ranges }: { readonly text: string; readonly ranges: readonly TextRange[] }) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { from, to } of ranges) {
    parts.push(
      text.slice(end, from),
      <mark key={from} className={styles.mark}>
        {text.slice(from, to)}
      </mark>,
    );
    end = to;
  }
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}
