import type { Working } from '#contract/system';
import { formatNumber } from '#renderer/ui/format.ts';
import { showProgress } from '#renderer/ui/toasts.tsx';

const LABELS: Readonly<Record<Working['what'], string>> = {
  undo: 'Taking back a large change',
  redo: 'Doing a large change again',
  commit: 'Taking back a large change',
  'go-back': 'Going back to that moment',
};

/** Shows how far long work is, in a toast that goes away with it; everything else can be used meanwhile. */
export function showWork(working: Working | null): void {
  if (working === null) return showProgress(null);
  const { what, done, total } = working;
  showProgress({
    label: LABELS[what],
    value: total === 0 ? null : done / total,
    detail: total === 0 ? '' : `${formatNumber(done)} of ${formatNumber(total)}`,
  });
}
