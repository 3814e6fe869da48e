import type { ReadingContext } from '#contract/capture';
import {
  queryFeature,
  queryPlace,
  queryState,
  type QueryDate,
  type QueryFeature,
  type QueryPlace,
  type QueryState,
  type QueryTree,
} from '#contract/query';
import { distanceWithin } from '../text/distance.ts';
import { anyOf } from './trees.ts';
import { readDays, readDaysAfter, readDaysBefore } from './days.ts';
import { readAmounts, readMinutes, readNumbers } from './numbers.ts';

/** A word before a colon, and how what stands behind it is read. */
export interface Operator {
  readonly name: string;
  readonly aliases: readonly string[];
  /** What it takes, as a sentence for who left it out or got it wrong. */
  readonly hint: string;
  /** Fixed values that can be offered while typing. */
  readonly values: readonly string[];
  /** Whether words that follow may belong to the value: "last month". */
  readonly isDate: boolean;
  /** What the value asks; null when it is none that the operator knows. */
  readonly read: (value: string, context: ReadingContext, isQuoted: boolean) => QueryTree | null;
}

const DAY_VALUES = ['today', 'yesterday', 'this week', 'last week', 'this month', 'last month', 'this year'];
const AHEAD_VALUES = ['today', 'tomorrow', 'this week', 'next week', 'this month', 'none'];

const PLACES: Readonly<Record<string, QueryPlace>> = {
  ...Object.fromEntries(queryPlace.options.map((place) => [place, place])),
  entries: 'journal',
  entry: 'journal',
  notes: 'journal',
  task: 'tasks',
  todo: 'tasks',
  todos: 'tasks',
  events: 'calendar',
  event: 'calendar',
  expenses: 'money',
  expense: 'money',
  sessions: 'focus',
  project: 'projects',
};
const STATES: Readonly<Record<string, QueryState>> = {
  ...Object.fromEntries(queryState.options.map((state) => [state, state])),
  todo: 'open',
  completed: 'done',
  complete: 'done',
  closed: 'done',
  late: 'overdue',
  waiting: 'blocked',
  repeating: 'recurring',
};
const FEATURES: Readonly<Record<string, QueryFeature>> = {
  ...Object.fromEntries(queryFeature.options.map((feature) => [feature, feature])),
  attachments: 'attachment',
  file: 'attachment',
  image: 'attachment',
  deadline: 'due',
  note: 'notes',
  tags: 'tag',
  people: 'person',
  links: 'link',
  url: 'link',
  subtasks: 'subtask',
};
const PRIORITIES: Readonly<Record<string, string>> = { urgent: '1', high: '2', medium: '3', normal: '3', low: '4' };

/** Every operator, in the order in which they are offered. */
export const OPERATORS: readonly Operator[] = [
  named('tag', 'Say which tag, as in tag:home.', ['tags', 'label']),
  named('person', 'Say who, as in @Ana or person:"Ana Weber".', ['people', 'with']),
  named('project', 'Say which project, as in project:garden.', ['list']),
  named('area', 'Say which area, as in area:work.', []),
  oneOf('in', PLACES, queryPlace.options, (place) => ({ field: 'in', place }), []),
  oneOf('is', STATES, queryState.options, (state) => ({ field: 'is', state }), []),
  oneOf('has', FEATURES, queryFeature.options, (feature) => ({ field: 'has', feature }), []),
  dated('before', 'date', ['until'], readDaysBefore),
  dated('after', 'date', ['since'], readDaysAfter),
  dated('on', 'date', ['date', 'day', 'when'], readDays),
  dated('due', 'due', ['deadline'], readDays),
  dated('do', 'do', ['planned', 'scheduled'], readDays),
  dated('done', 'done', ['completed', 'closed'], readDays),
  dated('created', 'created', ['added', 'made'], readDays),
  {
    ...base('priority', 'A priority is 1, the highest, to 4: priority:1 or priority:<3.', ['prio', 'p']),
    values: ['1', '2', '3', '4'],
    read: (value) =>
      readNumbers('priority', PRIORITIES[value.toLowerCase()] ?? value.replace(/^([<>=]*)p/iu, '$1'), [1, 4]),
  },
  {
    ...base('mood', 'A mood is 1, low, to 5, bright: mood:4 or mood:>3.', []),
    values: ['1', '2', '3', '4', '5'],
    read: (value) => readNumbers('mood', value, [1, 5]),
  },
  {
    ...base('estimate', 'Give a length of time, as in estimate:<30m or estimate:1h.', ['takes', 'duration']),
    values: ['<15m', '<30m', '<1h', '>1h'],
    read: readMinutes,
  },
  {
    ...base('amount', 'Give an amount, as in amount:>20 or amount:12.50eur.', ['cost', 'price', 'spent']),
    values: ['>10', '>50', '>100'],
    read: readAmounts,
  },
];

const BY_NAME: ReadonlyMap<string, Operator> = new Map(
  OPERATORS.flatMap((operator) => [operator.name, ...operator.aliases].map((name) => [name, operator] as const)),
);

export const operatorNamed = (name: string): Operator | undefined => BY_NAME.get(name.toLowerCase());

/** The operator that was probably meant: one letter off, or two of a long name. */
export function closestOperator(name: string): string | null {
  const typed = name.toLowerCase();
  const near = [...BY_NAME.keys()]
    .filter((known) => known.length > 1)
    .flatMap((known) => {
      const away = distanceWithin(typed, known, typed.length > 4 ? 2 : 1);
      return away === null ? [] : [{ known, away }];
    });
  const best = near.toSorted((one, other) => one.away - other.away)[0];
  return best ? BY_NAME.get(best.known)!.name : null;
}

function base(name: string, hint: string, aliases: readonly string[]): Omit<Operator, 'read'> {
  return { name, aliases, hint, values: [], isDate: false };
}

/** Names with commas between them are alternatives; a name in quotes is one. */
function named(field: 'tag' | 'person' | 'project' | 'area', hint: string, aliases: readonly string[]): Operator {
  return {
    ...base(field, hint, aliases),
    read: (value, _context, isQuoted) => {
      const names = isQuoted ? [value] : value.split(',').map((name) => name.trim().replace(/^[#@]/u, ''));
      const said = names.filter((name) => name !== '');
      return said.length === 0 ? null : anyOf(said.map((name) => ({ kind: 'condition', condition: { field, name } })));
    },
  };
}

function oneOf<T>(
  name: string,
  known: Readonly<Record<string, T>>,
  values: readonly string[],
  condition: (value: T) => Extract<QueryTree, { kind: 'condition' }>['condition'],
  aliases: readonly string[],
): Operator {
  return {
    ...base(name, `${name}: takes ${values.slice(0, -1).join(', ')} or ${values.at(-1)!}.`, aliases),
    values,
    read: (value) => {
      const found = value
        .split(',')
        .map((one) => one.trim().toLowerCase())
        .filter((one) => one !== '');
      const trees = found.flatMap((one) =>
        Object.hasOwn(known, one) ? [{ kind: 'condition', condition: condition(known[one]!) } as const] : [],
      );
      return trees.length === 0 || trees.length < found.length ? null : anyOf(trees);
    },
  };
}

function dated(
  name: string,
  field: QueryDate,
  aliases: readonly string[],
  read: (field: QueryDate, value: string, context: ReadingContext) => QueryTree | null,
): Operator {
  const looksAhead = field === 'due' || field === 'do';
  return {
    ...base(name, `Give a day, as in ${name}:friday, ${name}:2026-03 or ${name}:"last month".`, aliases),
    values: looksAhead ? AHEAD_VALUES : DAY_VALUES,
    isDate: true,
    read: (value, context) => read(field, value, context),
  };
}
