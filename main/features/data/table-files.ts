import type { Row, Value } from '#db/queries/data';

/** A table as a JSON list, a row on each line. */
export function* jsonFile(rows: Iterable<Row>): Generator<string> {
  let separator = '[\n';
  for (const row of rows) {
    yield separator + JSON.stringify(row, jsonValue);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/** Columns that hold an instant and not a length of time. */
const INSTANT = /(?:^|_)(?:at|start|end)_ms$/;

/**
 * A table for a spreadsheet (RFC 4180), with instants in words: `created_at_ms` becomes `created_at`. It begins with a byte
 * order mark, without which Excel reads it in the machine's old code page.
 */
export function* csvFile(rows: Iterable<Row>): Generator<string> {
  let isFirst = true;
  for (const row of rows) {
    const columns = Object.keys(row);
    if (isFirst)
      yield `\uFEFF${columns.map((column) => csvField(INSTANT.test(column) ? column.slice(0, -'_ms'.length) : column)).join(',')}\r\n`;
    isFirst = false;
    yield `${columns.map((column) => csvField(csvValue(column, row[column] ?? null))).join(',')}\r\n`;
  }
}

function jsonValue(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
}

function csvValue(column: string, value: Value): string {
  if (value === null) return '';
  if (INSTANT.test(column) && typeof value === 'number') return new Date(value).toISOString();
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : String(value);
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
