import { parseDocument } from 'yaml';

/** The YAML between two `---` lines at the top of a note, and the text after it. */
export interface FrontMatter {
  readonly fields: Readonly<Record<string, unknown>>;
  /** As it stands between the lines; empty when there is none. */
  readonly source: string;
  readonly body: string;
}

/** Longer is no front matter but a text between two rules. */
const LONGEST = 64_000;

/** Takes a note apart. What is no YAML, or YAML that is no list of fields, stays in the text. */
export function frontMatterOf(text: string): FrontMatter {
  const whole = { fields: {}, source: '', body: text };
  if (!text.startsWith('---\n')) return whole;
  const end = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text.slice(3, LONGEST));
  if (!end) return whole;
  const source = text.slice(4, 3 + end.index + 1);
  const fields = fieldsOf(source);
  return fields ? { fields, source: source.trimEnd(), body: text.slice(3 + end.index + end[0].length) } : whole;
}

function fieldsOf(source: string): Record<string, unknown> | null {
  try {
    const document = parseDocument(source, { schema: 'core', uniqueKeys: false, strict: false, logLevel: 'silent' });
    if (document.errors.length > 0) return null;
    // Aliases that multiply ("billion laughs") are refused past this many.
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    if (value === null || value === undefined) return {};
    if (typeof value !== 'object' || Array.isArray(value)) return null;
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key.toLowerCase(), field as unknown]));
  } catch {
    return null;
  }
}

/** The words of a field that may be a list, or one text with commas or spaces. */
export function wordsOf(value: unknown): string[] {
  if (Array.isArray(value))
    return value.flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one)] : []));
  if (typeof value !== 'string') return [];
  return value
    .split(value.includes(',') ? ',' : /\s+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

const MOODS: Readonly<Record<string, number>> = {
  low: 1,
  awful: 1,
  terrible: 1,
  tense: 2,
  bad: 2,
  even: 3,
  ok: 3,
  okay: 3,
  neutral: 3,
  light: 4,
  good: 4,
  happy: 4,
  bright: 5,
  great: 5,
  amazing: 5,
};

/** From 1 to 5; null when it is told in another way, and then it stays words. */
export function moodOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 1 && value <= 5 ? value : null;
  if (typeof value !== 'string') return null;
  const text = value.trim().toLowerCase();
  return /^[1-5]$/.test(text) ? Number(text) : (MOODS[text] ?? null);
}
