import { Button } from '#renderer/ui/button.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { downloadCsv } from './csv.ts';
import styles from './dashboards.module.css';

/** A number of the table; `open` lists what it counts. */
export interface Cell {
  /** As it goes into a file. */
  readonly value: number | string | null;
  readonly text: string;
  readonly open?: (() => void) | undefined;
}

export interface NumbersRow {
  readonly key: string;
  readonly name: ReactNode;
  /** The name as it goes into a file. */
  readonly plainName: string;
  readonly cells: readonly Cell[];
  readonly isNow?: boolean;
}

interface NumbersSectionProps {
  readonly title: string;
  readonly unit?: string;
  /** What the picture says, in one sentence. */
  readonly sentence: string;
  readonly picture?: ReactNode;
  readonly columns: readonly string[];
  readonly rows: readonly NumbersRow[];
  /** The name of the exported file, without its ending. */
  readonly fileName: string;
}

/** A picture, one sentence that says the same, and the numbers beside it, each of which opens what it counts. */
export function NumbersSection(props: NumbersSectionProps) {
  const { title, unit, sentence, picture, columns, rows, fileName } = props;
  const save = (): void =>
    downloadCsv(fileName, {
      columns,
      rows: rows.map(({ plainName, cells }) => [plainName, ...cells.map(({ value }) => value)]),
    });
  return (
    <section className={styles.section} aria-label={title}>
      <SectionLabel
        end={
          <span className={styles.end}>
            {unit}
            <Button size="small" variant="quiet" icon={Download} onClick={save} aria-label={`${title} as CSV`}>
              CSV
            </Button>
          </span>
        }
      >
        {title}
      </SectionLabel>
      <div className={styles.pair} data-alone={picture === undefined || undefined}>
        {picture !== undefined && <div className={styles.picture}>{picture}</div>}
        <div className={styles.tableBox}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key} data-now={row.isNow || undefined}>
                  <th scope="row" dir="auto">
                    {row.name}
                  </th>
                  {row.cells.map((cell, at) => (
                    <td key={columns[at + 1]}>
                      {cell.open === undefined || cell.value === 0 || cell.value === null ? (
                        <span className={styles.nothing}>
                          {cell.value === null || cell.value === 0 ? '–' : cell.text}
                        </span>
                      ) : (
                        <button
                          type="button"
                          className={styles.number}
                          aria-label={`${columns[at + 1]}, ${row.plainName}: ${cell.text}. Show them`}
                          onClick={cell.open}
                        >
                          {cell.text}
                        </button>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <p className={styles.sentence}>{sentence}</p>
    </section>
  );
}
