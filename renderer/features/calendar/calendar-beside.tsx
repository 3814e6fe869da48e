import { lazy } from 'react';

// The calendar comes in pieces. Its first picture needs the view it opens with; the overview and the plan's bar follow right after,
// other views, panes and dialogs when there is nothing else to do, or at once when somebody asks for one sooner.

const grid = () => import('./calendar-grid.tsx');
const month = () => import('./month-view.tsx');
const overview = () => import('./overview.tsx');
const plan = () => import('./plan-beside.tsx');
const eventPane = () => import('./event-pane.tsx');
const blockPane = () => import('./block-pane.tsx');
const dialogs = () => import('./calendar-dialogs.tsx');
const search = () => import('./event-search.tsx');
const agenda = () => import('./agenda-view.tsx');
const year = () => import('./year-view.tsx');

export const CalendarGrid = lazy(async () => ({ default: (await grid()).CalendarGrid }));
export const MonthView = lazy(async () => ({ default: (await month()).MonthView }));
export const Overview = lazy(async () => ({ default: (await overview()).Overview }));
export const DecisionBar = lazy(async () => ({ default: (await plan()).DecisionBar }));
export const ReasonCard = lazy(async () => ({ default: (await plan()).ReasonCard }));
export const EventPane = lazy(async () => ({ default: (await eventPane()).EventPane }));
export const NewEventPane = lazy(async () => ({ default: (await eventPane()).NewEventPane }));
export const BlockPane = lazy(async () => ({ default: (await blockPane()).BlockPane }));
export const MoveDialog = lazy(async () => ({ default: (await dialogs()).MoveDialog }));
export const ScopeDialog = lazy(async () => ({ default: (await dialogs()).ScopeDialog }));
export const GoToDialog = lazy(async () => ({ default: (await dialogs()).GoToDialog }));
export const EventSearch = lazy(async () => ({ default: (await search()).EventSearch }));
export const AgendaView = lazy(async () => ({ default: (await agenda()).AgendaView }));
export const YearView = lazy(async () => ({ default: (await year()).YearView }));

/** Loads all of it, so that nothing waits at its first use. */
export async function loadBeside(): Promise<void> {
  await Promise.all([
    grid(),
    month(),
    overview(),
    plan(),
    eventPane(),
    blockPane(),
    dialogs(),
    search(),
    agenda(),
    year(),
  ]);
}
