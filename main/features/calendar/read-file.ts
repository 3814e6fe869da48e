import { type NoCalendar, type ReadCalendar, readCalendar } from '#main/domain/icalendar/read-calendar';
import { Refusal } from '../refusal.ts';

export const MOST_BYTES = 100 * 1024 * 1024;
/** Of a file without a mark, as much is looked at to guess its encoding. */
const SAMPLE = 4_096;

export interface ReadFileInput {
  readonly bytes: Uint8Array;
  /** The person's. */
  readonly zone: string;
}

/** Reads the bytes of a calendar file, as a job of the worker. */
export const readCalendarFile = ({ bytes, zone }: ReadFileInput): ReadCalendar | NoCalendar =>
  readCalendar(textOf(bytes), zone);

const REFUSALS = { empty: 'FILE_EMPTY', contacts: 'FILE_CONTACTS', page: 'FILE_PAGE', other: 'FILE_OTHER' } as const;

/**
 * @throws Refusal FILE_EMPTY, FILE_CONTACTS, FILE_PAGE, FILE_OTHER, FILE_TOO_LARGE
 */
export async function readBytes(
  worker: { run<T>(job: string, input: unknown): Promise<T> },
  bytes: Uint8Array,
  zone: string,
): Promise<ReadCalendar> {
  if (bytes.byteLength > MOST_BYTES) throw new Refusal('FILE_TOO_LARGE');
  const read = await worker.run<ReadCalendar | NoCalendar>('readCalendarFile', { bytes, zone } satisfies ReadFileInput);
  if (typeof read === 'string') throw new Refusal(REFUSALS[read]);
  return read;
}

/**
 * The text of a file: UTF-8 as the standard says, UTF-16 with a mark or by its zeros, and what is neither as Windows' western
 * encoding, in which every byte is a letter.
 */
export function textOf(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 1].map((side) =>
    sample.reduce((sum, byte, at) => sum + (byte === 0 && at % 2 === side ? 1 : 0), 0),
  );
  if (sample.length >= 8 && Math.max(...zeros) > sample.length / 4)
    return new TextDecoder(zeros[1]! > zeros[0]! ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return looksLikeUtf8(bytes)
      ? new TextDecoder('utf-8').decode(bytes)
      : new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A file in UTF-8 with a few broken bytes: most of what is beyond ASCII stands in whole sequences. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.split('\u{fffd}').length - 1;
  // oxlint-disable-next-line no-control-regex -- everything beyond ASCII is meant
  const whole = (text.match(/[^\u0000-\u007f\u{fffd}]/gu) ?? []).length;
  return whole > 2 * broken;
}
