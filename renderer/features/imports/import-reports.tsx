import type { ImportReport } from '#contract/imports';
import { api, client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { userLocale } from '#renderer/ui/format.ts';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { showToast } from '#renderer/ui/toasts.tsx';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import styles from './import-screen.module.css';
import { countsWords, thingsWords } from './import-words.ts';
import { SkippedList } from './skipped-list.tsx';

const madeAt = new Intl.DateTimeFormat(userLocale(), { dateStyle: 'medium', timeStyle: 'short' });

function useTakeBack() {
  return useMutation({
    mutationFn: (seq: number) => client.history.undoCommit({ seq }),
    onSuccess: ({ words }) => showToast({ message: words }),
    onError: (error) => showToast({ message: failureOf(error).message, tone: 'alert' }),
  });
}

/** What an import made, and what it left out. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const current = useQuery({
    ...api.imports.report.queryOptions({ input: { id: report.id } }),
    initialData: report,
  }).data;
  const { made, updated, known, seq, isUndone } = current;
  const goTo = useGoTo();
  const takeBack = useTakeBack();
  const words = countsWords(made);
  return (
    <>
      <section aria-labelledby="import-made" className={styles.found}>
        <p className={styles.quiet}>
          {report.label} · {report.source}
        </p>
        <h2 id="import-made" tabIndex={-1} ref={(heading) => heading?.focus()} className={styles.title}>
          {isUndone
            ? 'Taken back'
            : words === '' && updated === 0
              ? 'Nothing new'
              : words === ''
                ? `${thingsWords(updated)} brought up to date`
                : `${words} imported`}
        </h2>
        {words !== '' && updated > 0 && <p className={styles.prose}>{thingsWords(updated)} brought up to date.</p>}
        {known > 0 && (
          <p className={styles.prose}>
            {thingsWords(known)} {known === 1 ? 'was' : 'were'} here already.
          </p>
        )}
        {!isUndone && seq !== null && (
          <div className={styles.buttons}>
            {made.entries > 0 && <Button onClick={() => goTo('/journal')}>Look in the journal</Button>}
            {made.tasks > 0 && <Button onClick={() => goTo('/tasks')}>Look at the tasks</Button>}
            {made.events > 0 && <Button onClick={() => goTo('/calendar')}>Look in the calendar</Button>}
            <Button variant="quiet" onClick={() => takeBack.mutate(seq)} disabled={takeBack.isPending}>
              {takeBack.isPending ? 'Taking it back' : 'Take it all back'}
            </Button>
          </div>
        )}
      </section>
      <SkippedList skipped={current.skipped} count={current.skippedCount} title="Left out" />
    </>
  );
}

interface PastImportsProps {
  readonly imports: readonly Omit<ImportReport, 'skipped'>[];
  /** The one that is shown in full above. */
  readonly shownId: string | null;
}

/** Earlier imports, each with its report. */
export function PastImports({ imports, shownId }: PastImportsProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const takeBack = useTakeBack();
  const past = imports.filter(({ id }) => id !== shownId);
  if (past.length === 0) return null;
  return (
    <section aria-labelledby="import-past">
      <SectionLabel id="import-past">Earlier imports</SectionLabel>
      <ul className={styles.past}>
        {past.map((one) => (
          <li key={one.id}>
            <div className={styles.pastLine} data-undone={one.isUndone || undefined}>
              <span className={styles.day}>{madeAt.format(one.atMs)}</span>
              <span className={styles.name} dir="auto">
                {one.label} · {one.source}
              </span>
              <span className={styles.meta}>
                {one.isUndone
                  ? 'taken back'
                  : countsWords(one.made) || (one.updated > 0 ? `${one.updated} up to date` : 'nothing new')}
              </span>
              <Button
                size="small"
                variant="quiet"
                aria-expanded={openId === one.id}
                onClick={() => setOpenId(openId === one.id ? null : one.id)}
              >
                Report
              </Button>
              {one.seq !== null && !one.isUndone && (
                <Button
                  size="small"
                  variant="quiet"
                  disabled={takeBack.isPending}
                  aria-label={`Take back ${one.source}`}
                  onClick={() => takeBack.mutate(one.seq!)}
                >
                  Take back
                </Button>
              )}
            </div>
            {openId === one.id && <PastReport id={one.id} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PastReport({ id }: { readonly id: string }) {
  const report = useQuery(api.imports.report.queryOptions({ input: { id } })).data;
  if (report === undefined) return null;
  const { made, updated, known } = report;
  const lines = [
    countsWords(made) === '' ? '' : `${countsWords(made)} imported`,
    updated > 0 ? `${thingsWords(updated)} brought up to date` : '',
    known > 0 ? `${thingsWords(known)} here already` : '',
  ];
  return (
    <div className={styles.pastReport}>
      <p className={styles.prose}>{lines.filter((line) => line !== '').join(' · ') || 'Nothing was made.'}</p>
      <SkippedList skipped={report.skipped} count={report.skippedCount} title="Left out" />
    </div>
  );
}
