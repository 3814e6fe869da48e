import { isGlued, wordAt, type Found, type Scan } from './scan.ts';

/** "GMT", "(PST)", "UTC+2", "gmt-2:30", "+0200": an IANA name or an offset such as "-02:30". */
export function readZone(scan: Scan, at: number): Found<string> | undefined {
  const isOpen = wordAt(scan, at) === '(';
  const start = isOpen ? at + 1 : at;
  const found = readNamed(scan, start) ?? readOffset(scan, start);
  if (!found) return undefined;
  if (!isOpen) return found;
  return wordAt(scan, found.next) === ')' ? { ...found, next: found.next + 1 } : undefined;
}

function readNamed(scan: Scan, at: number): Found<string> | undefined {
  const word = wordAt(scan, at);
  const zone = scan.lexicon.zones.get(word);
  if (zone === undefined || (word === 'z' && !isGlued(scan, at))) return undefined;
  if (zone === 'UTC') {
    const offset = readOffset(scan, at + 1);
    if (offset) return offset;
  }
  return { value: zone, next: at + 1 };
}

/** "+2", "-0530", "+02:00"; a sign and hours up to 14. */
function readOffset(scan: Scan, at: number): Found<string> | undefined {
  const sign = wordAt(scan, at);
  const digits = scan.tokens[at + 1];
  if ((sign !== '+' && sign !== '-') || digits?.kind !== 'number' || digits.spaced || digits.word.length > 4)
    return undefined;
  const isAfterZone = scan.lexicon.zones.has(wordAt(scan, at - 1));
  if (!isAfterZone) {
    // Without a zone's name "9:30-11:00" is a range: a minus is an offset only after seconds, as in ISO 8601 and mail.
    const hasSeconds = wordAt(scan, at - 2) === ':' && wordAt(scan, at - 4) === ':';
    const isFull = sign === '+' && digits.word.length === 2 && wordAt(scan, at + 2) === ':' && isGlued(scan, at + 2);
    if (
      !isFull &&
      (sign === '-' ? !hasSeconds : digits.word.length < 2 || !(isGlued(scan, at) || digits.word.length === 4))
    )
      return undefined;
  }
  const isLong = digits.word.length > 2;
  const hours = Number(isLong ? digits.word.slice(0, -2) : digits.word);
  let minutes = Number(isLong ? digits.word.slice(-2) : 0);
  let next = at + 2;
  const more = scan.tokens[at + 3];
  if (
    !isLong &&
    wordAt(scan, next) === ':' &&
    isGlued(scan, next) &&
    more?.kind === 'number' &&
    more.word.length === 2
  ) {
    minutes = Number(more.word);
    next = at + 4;
  }
  if (hours > 14 || minutes > 59) return undefined;
  return { value: `${sign}${pad(hours)}:${pad(minutes)}`, next };
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
