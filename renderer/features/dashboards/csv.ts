import { unparse } from 'papaparse';

/** A table as it is shown: a heading and a cell in numbers or words for each column. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * A table as CSV (RFC 4180). What a spreadsheet would take for a formula is kept as text, since titles are the user's words.
 */
export function csvOf({ columns, rows }: Table): string {
  return `${unparse({ fields: [...columns], data: rows.map((row) => [...row]) }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

/** Hands a table to the user as a file, with the mark by which spreadsheets know UTF-8. */
export function downloadCsv(name: string, table: Table): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', csvOf(table)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
