import type { Passage, ReferenceKind, Suggestion, NameKind } from '#contract/journal';
import {
  type MentionCursor,
  type MentioningEntry,
  type NameKindRow,
  NEWEST_MENTION,
  aboutName,
  entriesMentioning,
  isMentionedIn,
  namesHolding,
  placesOfName,
} from '#db/queries/entry-names';
import { entryById, newestOpenings, updateEntry } from '#db/queries/journal';
import { allTags, openTitlesWith } from '#db/queries/tasks';
import { nameKey } from '#db/store/entry-names';
import type { ReadHandle } from '#db/store/handles';
import { addDays } from '#main/domain/time/zoned';
import type { LedgerTx } from '#main/ledger/ledger';
import type { Services } from '../feature.ts';
import { findAsYouType } from '../search/index.ts';
import { settleBoxes } from './boxes.ts';
import { commitDraft } from './commands.ts';
import { countWords, firstLineOf } from './entry-text.ts';

/** What a page gathers. A person may be written `@Dana` or `[[Dana]]`: it is the same name. */
const GATHERED: Readonly<Record<ReferenceKind, readonly NameKindRow[]>> = {
  page: ['link', 'person'],
  person: ['person', 'link'],
  tag: ['tag'],
};

export interface Reference {
  readonly kind: ReferenceKind;
  readonly name: string;
}

/** How often, and from when to when, a name is mentioned. */
export const readReference = (handle: ReadHandle, { kind, name }: Reference) => aboutName(handle, GATHERED[kind], name);

/** The passages that mention a name, newest first. */
export function readMentions(
  handle: ReadHandle,
  { kind, name }: Reference,
  before: MentionCursor | undefined,
  limit: number,
): { passages: Passage[]; nextBefore: MentionCursor | null } {
  const rows = entriesMentioning(handle, GATHERED[kind], name, before ?? NEWEST_MENTION, limit);
  const last = rows.at(-1);
  return {
    passages: rows.map(passageOf),
    nextBefore: last && rows.length === limit ? { atMs: last.atMs, entryId: last.entryId } : null,
  };
}

/** How much of a passage is shown. */
const LONGEST_PASSAGE = 320;

/** The paragraph around the first mention, cut on words where it is long. */
function passageOf({ entryId, day, atMs, body, mentions, fromAt, toAt }: MentioningEntry): Passage {
  const lineFrom = body.lastIndexOf('\n', fromAt - 1) + 1;
  const lineEnd = body.slice(toAt, toAt + LONGEST_PASSAGE).search(/[\r\n]/u);
  const lineTo = lineEnd === -1 ? Math.min(body.length, toAt + LONGEST_PASSAGE) : toAt + lineEnd;
  const room = LONGEST_PASSAGE - (toAt - fromAt);
  const from = Math.max(lineFrom, wordStart(body, fromAt - Math.floor(room / 2)));
  const to = Math.min(lineTo, wordEnd(body, Math.max(toAt, from + LONGEST_PASSAGE)));
  const [head, tail] = [from > lineFrom ? '…' : '', to < lineTo ? '…' : ''];
  const text = `${head}${body.slice(from, to)}${tail}`;
  const shift = head.length - from;
  return {
    entryId,
    day,
    atMs,
    at: fromAt,
    mentions,
    snippet: { text, ranges: [{ from: fromAt + shift, to: toAt + shift }] },
  };
}

const wordStart = (text: string, at: number): number => {
  if (at <= 0) return 0;
  const space = text.slice(at, at + 40).search(/\s/u);
  return space === -1 ? at : at + space + 1;
};
const wordEnd = (text: string, at: number): number => {
  if (at >= text.length) return text.length;
  const space = text.slice(at - 40, at).search(/\s\S*$/u);
  return space === -1 ? at : at - 40 + space;
};

const MOST_UNLINKED = 30;

/** Entries whose words hold the name without a link to it, newest first. */
export function readUnlinked(services: Services, { kind, name }: Reference): Passage[] {
  if (kind === 'tag' || name.trim().length < 2) return [];
  const handle = services.ledger.read;
  const query = `"${name.replaceAll('"', ' ')}"`;
  const { hits, respelled } = findAsYouType(handle, {
    query,
    kinds: ['entry'],
    limit: MOST_UNLINKED * 2,
    nowMs: services.clock.nowMs(),
    zone: services.zone(),
    dayStartMin: services.settings().dayStartMin,
  });
  // Another name than the one that is asked for.
  if (respelled !== null) return [];
  return hits
    .filter((hit) => hit.day !== null && !isMentionedIn(handle, GATHERED[kind], name, hit.id))
    .slice(0, MOST_UNLINKED)
    .map((hit) => ({
      entryId: hit.id,
      day: hit.day!,
      atMs: hit.atMs,
      at: Number(new URLSearchParams(hit.route.split('?')[1]).get('at') ?? 0),
      mentions: 0,
      snippet: hit.snippets[0] ?? { text: hit.title, ranges: hit.titleRanges },
    }));
}

/** How much renaming would change; `taken` counts the mentions of a name that is there already: both become one. */
export function previewRename(
  handle: ReadHandle,
  { kind, name, to }: Reference & { readonly to: string },
): { mentions: number; entries: number; taken: number } {
  const { mentions, entries } = readReference(handle, { kind, name });
  // Written another way ("josé" for "Jose") it is the same name.
  const isSame = nameKey(name) === nameKey(to);
  return { mentions, entries, taken: isSame ? 0 : aboutName(handle, GATHERED[kind], to).mentions };
}

/** Drafts become history first: a name is rewritten in what was typed last, too. */
export function commitDraftsOf(services: Services, { kind, name }: Reference): void {
  const ids = new Set(placesOfName(services.ledger.read, GATHERED[kind], name).map(({ entryId }) => entryId));
  for (const id of ids) commitDraft(services, id);
}

/** Rewrites every mention of a name in all entries. @returns how many, in how many entries */
export function renameReference(
  tx: LedgerTx,
  { kind, name, to }: Reference & { readonly to: string },
  zone: string,
): { mentions: number; entries: number } {
  const places = Map.groupBy(placesOfName(tx, GATHERED[kind], name), ({ entryId }) => entryId);
  let mentions = 0;
  for (const [entryId, standing] of places) {
    const row = entryById(tx, entryId);
    if (!row) continue;
    const parts: string[] = [];
    let at = 0;
    for (const place of standing) {
      const [from, written] = writtenAs(place.kind, place.fromAt, to);
      parts.push(row.body.slice(at, from), written);
      at = place.toAt;
    }
    const renamed = parts.join('') + row.body.slice(at);
    if (renamed === row.body) continue;
    const { atMs } = row;
    const body = settleBoxes(tx, { entryId, before: row.body, body: renamed, atMs, zone, seenMs: undefined });
    updateEntry(tx, entryId, {
      body,
      wordCount: countWords(body),
      updatedAtMs: Math.max(tx.nowMs, row.updatedAtMs + 1),
    });
    tx.emit({ type: 'entry.updated', version: 1, payload: { entryId, day: row.day } });
    mentions += standing.length;
  }
  return { mentions, entries: places.size };
}

/** A name of several words is no `@name`: it becomes a link, and keeps being one. */
function writtenAs(kind: NameKindRow, fromAt: number, to: string): [from: number, written: string] {
  return kind === 'person' && !ONE_WORD.person.test(to) ? [fromAt - 1, `[[${to}]]`] : [fromAt, to];
}

const ONE_WORD = {
  person: /^\p{L}[\p{L}\p{M}\p{N}_]*(?:[-.'’][\p{L}\p{N}][\p{L}\p{M}\p{N}_]*)*$/u,
  tag: /^(?=.*\p{L})[\p{L}\p{M}\p{N}_]+(?:[-/][\p{L}\p{M}\p{N}_]+)*$/u,
};

/** Whether a name can be written as such. */
export function isNameable(kind: ReferenceKind, name: string): boolean {
  return kind === 'tag' ? ONE_WORD.tag.test(name) : /^[^[\]|\n]{1,200}$/u.test(name) && name.trim() !== '';
}

const MAX_LISTED = 1_000;

/** Every name of a kind, those begun with the query first, then those mentioned most; days are no names. */
export function listNames(handle: ReadHandle, kind: ReferenceKind, query: string): Suggestion[] {
  const [own] = GATHERED[kind];
  return namesHolding(handle, [own!], query, MAX_LISTED)
    .filter(({ name }) => !DAY.test(name))
    .map(({ name, mentions }) => ({ name, what: own!, mentions }));
}

const MAX_SUGGESTED = 20;
const MAX_TASKS = 5;
/** Titles of tasks among so many of the newest that have the word. */
const NEWEST_TITLES = 500;
/** First lines are looked for in so many of the newest entries. */
const NEWEST_ENTRIES = 300;
const OPENING_LENGTH = 400;

/** What may be meant by the name being written: those begun with the query first. */
export function suggestNames(handle: ReadHandle, kind: NameKind, query: string, today: string): Suggestion[] {
  const offered = new Map<string, Suggestion>();
  const offer = (suggestion: Suggestion): void => {
    const key = suggestion.name.toLocaleLowerCase();
    if (suggestion.name !== '' && !offered.has(key)) offered.set(key, suggestion);
  };
  const wanted = query.trim().toLocaleLowerCase();
  const holds = (name: string): boolean => name.toLocaleLowerCase().includes(wanted);
  if (kind === 'links') for (const day of daysNamed(wanted, today)) offer(day);
  const kinds = { links: ['link', 'person'], tags: ['tag'], people: ['person'] } as const;
  for (const total of namesHolding(handle, kinds[kind], query, MAX_SUGGESTED))
    if (!DAY.test(total.name)) offer({ name: total.name, what: total.kind, mentions: total.mentions });
  if (kind === 'tags')
    for (const tag of allTags(handle)) if (holds(tag.name)) offer({ name: tag.name, what: 'tag', mentions: 0 });
  if (kind === 'links' && wanted !== '') {
    for (const opening of newestOpenings(handle, NEWEST_ENTRIES, OPENING_LENGTH)) {
      const name = firstLineOf(opening)
        .replaceAll(/[[\]|]/gu, '')
        .slice(0, 100)
        .toWellFormed()
        .trim();
      if (holds(name)) offer({ name, what: 'entry', mentions: 0 });
    }
    const titles = openTitlesWith(handle, wanted, { among: NEWEST_TITLES, limit: MAX_SUGGESTED });
    for (const title of titles.filter((one) => isNameable('page', one)).slice(0, MAX_TASKS))
      offer({ name: title, what: 'task', mentions: 0 });
  }
  const begins = (name: string): number => Number(name.toLocaleLowerCase().startsWith(wanted));
  const isDay = ({ what }: Suggestion): number => Number(what === 'day');
  return [...offered.values()]
    .toSorted((one, other) => isDay(other) - isDay(one) || begins(other.name) - begins(one.name))
    .slice(0, MAX_SUGGESTED);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Days by their words: today, yesterday, tomorrow, the weekdays of the week behind and ahead. */
function daysNamed(wanted: string, today: string): Suggestion[] {
  if (wanted === '') return [{ name: today, what: 'day', words: 'today', mentions: 0 }];
  if (DAY.test(wanted)) return isCalendarDay(wanted) ? [{ name: wanted, what: 'day', mentions: 0 }] : [];
  const named: [string, number][] = [
    ['today', 0],
    ['yesterday', -1],
    ['tomorrow', 1],
  ];
  // A letter or two begin too much else.
  if (wanted.length < 3)
    return daysOf(
      named.filter(([words]) => words.startsWith(wanted)),
      today,
    );
  for (let step = 1; step <= 7; step += 1) named.push([`last ${weekdayOf(addDays(today, -step))}`, -step]);
  for (let step = 1; step <= 7; step += 1) named.push([`next ${weekdayOf(addDays(today, step))}`, step]);
  const begins = (words: string): boolean =>
    words.startsWith(wanted) || (words.includes(' ') && words.slice(5).startsWith(wanted));
  return daysOf(
    named.filter(([words]) => begins(words)),
    today,
  );
}

const daysOf = (named: readonly (readonly [string, number])[], today: string): Suggestion[] =>
  named.map(([words, step]) => ({ name: addDays(today, step), what: 'day', words, mentions: 0 }));

const weekdayOf = (day: string): string => WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]!;
const isCalendarDay = (day: string): boolean => !Number.isNaN(Date.parse(day)) && addDays(day, 0) === day;
