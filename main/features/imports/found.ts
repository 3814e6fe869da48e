import { createHash } from 'node:crypto';
import type { ColumnMap } from '#contract/imports';
import type { Source, SourceFile } from './source.ts';

interface FoundThing {
  /** What the source knows it by, stable from one export to the next. */
  readonly key: string;
  /** Of everything that would be made of it. */
  readonly hash: string;
  readonly title: string;
}

export interface FoundEntry extends FoundThing {
  readonly kind: 'entry';
  readonly day: string;
  readonly atMs: number;
  readonly mood: number | null;
  readonly body: string;
}

export interface FoundTask extends FoundThing {
  readonly kind: 'task';
  readonly notes: string;
  readonly isDone: boolean;
  readonly priority: number | null;
  readonly dueDay: string | null;
  readonly dueTime: string | null;
  readonly doDay: string | null;
  readonly estimateMin: number | null;
  readonly project: string | null;
  readonly tags: readonly string[];
  /** The key of the task it is a part of, which comes before it. */
  readonly parentKey: string | null;
  /** RFC 5545, and whether it counts from the day it is done. */
  readonly recurrence: string | null;
  readonly createdAtMs: number | null;
  readonly closedAtMs: number | null;
}

export type Found = FoundEntry | FoundTask;

/** Something that is not made, and why. */
export interface Problem {
  readonly kind: 'problem';
  readonly what: string;
  readonly why: string;
}

export const problem = (what: string, why: string): Problem => ({ kind: 'problem', what, why });

/** What reading needs to know of the person's time. */
export interface ReadingFrame {
  readonly zone: string;
  readonly dayStartMin: number;
  readonly nowMs: number;
  readonly today: string;
}

export interface FormatContext extends ReadingFrame {
  /** Takes a file along. @returns what a text links to it by: `attachments/<id>.<extension>` */
  attach(file: SourceFile): string;
  readonly columns: ColumnMap | undefined;
}

/** Reads one kind of export, thing by thing, so that no more than one is in memory. */
export type ReadFormat = (source: Source, context: FormatContext) => Generator<Found | Problem>;

export function hashOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Gives the second and third thing of the same name names of their own, the same at each reading. */
export function keyMaker(): (key: string) => string {
  const seen = new Map<string, number>();
  return (key) => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key} #${count}`;
  };
}

/** A tag is one word: what stands between the words of a longer one becomes a dash. */
export function tagOf(name: string): string | null {
  const word = name
    .trim()
    .replace(/^[#@+]+/, '')
    .replaceAll(/[\s#,]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .toWellFormed();
  return word === '' ? null : word;
}

export const tagsOf = (names: readonly string[]): string[] => [...new Set(names.flatMap((name) => tagOf(name) ?? []))];

/** A line of `#tags` for the end of a text; those that stand in it already are left out. */
export function tagLine(body: string, names: readonly string[]): string {
  const missing = tagsOf(names).filter((tag) => !body.includes(`#${tag}`));
  return missing.map((tag) => `#${tag}`).join(' ');
}

/** Puts blocks under one another, those that are empty left out. */
export const blocks = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.replace(/^\n+/, '').trimEnd())
    .filter((part) => part !== '')
    .join('\n\n');

/** One line, as titles are, of at most 2,000 characters. */
export function titleLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim().slice(0, 2_000).toWellFormed();
}
