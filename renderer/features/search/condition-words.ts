import type { QueryCondition, QueryPart } from '#contract/query';
import { formatDay, formatDuration, formatNumber, userLocale } from '#renderer/ui/format.ts';

const PLACES: Readonly<Record<string, string>> = {
  journal: 'In the journal',
  tasks: 'In tasks',
  calendar: 'In the calendar',
  money: 'In money',
  focus: 'In focus',
  projects: 'Projects',
};

const STATES: Readonly<Record<string, string>> = {
  open: 'Open',
  done: 'Done',
  dropped: 'Dropped',
  overdue: 'Overdue',
  blocked: 'Waiting for another',
  someday: 'Someday',
  recurring: 'Repeats',
  pinned: 'Pinned in the plan',
  inbox: 'In the inbox',
};

const FEATURES: Readonly<Record<string, string>> = {
  attachment: 'an attachment',
  due: 'a due day',
  do: 'a day to do it',
  estimate: 'an estimate',
  notes: 'notes',
  tag: 'a tag',
  project: 'a project',
  person: 'a person',
  mood: 'a mood',
  place: 'a place',
  link: 'a link',
  subtask: 'sub-tasks',
};

const DATES: Readonly<Record<string, string>> = {
  date: '',
  due: 'Due ',
  do: 'To do ',
  done: 'Done ',
  created: 'Made ',
};

const COMPARED: Readonly<Record<string, string>> = {
  '=': '',
  '<': 'below ',
  '<=': 'at most ',
  '>': 'above ',
  '>=': 'at least ',
};

/** What a part of a query asks, in words: “Tag home”, “Before 1 Nov 2026”, “Not: done”. */
export function partWords({ conditions, isExcluded }: QueryPart): string {
  const words = isRange(conditions)
    ? conditions.map(conditionWords).join(' and ')
    : conditions.map(conditionWords).join(' or ');
  return isExcluded ? `Not: ${lowered(words)}` : words;
}

/** Two ends of a range are both asked for; alternatives are not. */
const isRange = (conditions: readonly QueryCondition[]): boolean =>
  conditions.length === 2 && conditions.every((one) => 'comparison' in one);

const lowered = (words: string): string => words.slice(0, 1).toLowerCase() + words.slice(1);

function conditionWords(condition: QueryCondition): string {
  switch (condition.field) {
    case 'tag':
      return `#${condition.name}`;
    case 'person':
      return `@${condition.name}`;
    case 'project':
      return `Project ${condition.name}`;
    case 'area':
      return `Area ${condition.name}`;
    case 'in':
      return PLACES[condition.place] ?? condition.place;
    case 'is':
      return STATES[condition.state] ?? condition.state;
    case 'has':
      return `With ${FEATURES[condition.feature] ?? condition.feature}`;
    case 'priority':
      return `Priority ${COMPARED[condition.comparison]}${condition.value}`;
    case 'mood':
      return `Mood ${COMPARED[condition.comparison]}${condition.value}`;
    case 'estimate':
      return `Takes ${COMPARED[condition.comparison]}${formatDuration(condition.value)}`;
    case 'amount':
      return `Amount ${COMPARED[condition.comparison]}${amountWords(condition.value, condition.currency)}`;
    case 'date':
    case 'due':
    case 'do':
    case 'done':
    case 'created':
      return dateWords(condition);
  }
}

function amountWords(value: number, currency: string | null): string {
  if (currency === null) return formatNumber(value);
  return new Intl.NumberFormat(userLocale(), { style: 'currency', currency }).format(value);
}

function dateWords({ field, from, before }: Extract<QueryCondition, { from: unknown }>): string {
  const lead = DATES[field] ?? '';
  const last = before === null ? null : dayBefore(before);
  const stretch =
    from === null
      ? `before ${before === null ? 'any day' : formatDay(before)}`
      : last === null
        ? `from ${formatDay(from)}`
        : from === last
          ? formatDay(from)
          : `${formatDay(from)} – ${formatDay(last)}`;
  const words = `${lead}${stretch}`;
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** A query without one of its parts. */
export function withoutPart(query: string, { from, to }: Pick<QueryPart, 'from' | 'to'>): string {
  return `${query.slice(0, from).trimEnd()} ${query.slice(to).trimStart()}`.trim();
}
