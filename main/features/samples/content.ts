import type { PaletteColor } from '#contract/tasks';
import type { SampleDay } from './sample-time.ts';

/** A day and a time on it, `HH:mm`. */
export type SampleMoment = readonly [day: SampleDay, time: string];

export interface SampleEntry {
  /** What tasks that were found in it call it. */
  readonly key: string;
  readonly day: number | { readonly yearsAgo: number };
  readonly time: string;
  readonly mood?: 1 | 2 | 3 | 4 | 5;
  /** Markdown; days as {@link withDays} puts them in, seen from the entry's own day. */
  readonly body: string;
}

export interface SampleTask {
  readonly title: string;
  readonly notes?: string;
  readonly tags?: readonly string[];
  readonly project?: string;
  readonly priority?: 1 | 2 | 3 | 4;
  readonly estimateMin?: number;
  readonly energy?: 'high' | 'low';
  readonly inInbox?: boolean;
  readonly someday?: boolean;
  /** The title of the task it is a part of, which stands before it. */
  readonly partOf?: string;
  /** Titles of the tasks before it that must be done first. */
  readonly after?: readonly string[];
  readonly created: SampleMoment;
  readonly due?: readonly [day: SampleDay, time?: string];
  readonly doOn?: SampleDay;
  readonly done?: SampleMoment;
  readonly dropped?: SampleMoment;
  /** The entry it was accepted from, and the words there as the insights quote them; days are seen from the entry's. */
  readonly found?: { readonly entry: string; readonly quote: string };
  /** Times given to it; one without a reason was placed by hand. Days in a reason are seen from today. */
  readonly blocks?: readonly {
    readonly day: SampleDay;
    readonly from: string;
    readonly to: string;
    readonly reason?: string;
  }[];
}

export interface SampleArea {
  readonly name: string;
  readonly color: PaletteColor;
  /** Names, in their order. */
  readonly projects: readonly string[];
}

export interface SampleFocus {
  /** The title of the task it was on. */
  readonly task: string;
  readonly day: SampleDay;
  readonly from: string;
  /** The minutes of each work part; five minutes of break lie between them. */
  readonly workMin: readonly number[];
}

export interface SampleExpense {
  readonly day: SampleDay;
  readonly time: string;
  readonly note: string;
  readonly category: string;
  /** Of a euro. */
  readonly cents: number;
}

export interface SampleTag {
  readonly name: string;
  readonly color: PaletteColor;
}

export interface SampleCalendar {
  readonly key: 'museum' | 'people' | 'home' | 'running';
  readonly name: string;
  readonly color: PaletteColor;
}

interface EventDetails {
  readonly calendar: SampleCalendar['key'];
  readonly title: string;
  readonly notes?: string;
  readonly place?: string;
  readonly day: SampleDay;
}

export interface TimedEvent extends EventDetails {
  readonly from: string;
  readonly to: string;
}

export interface AllDayEvent extends EventDetails {
  /** How many days it lasts. */
  readonly days: number;
}

export type SampleEvent = TimedEvent | AllDayEvent;
