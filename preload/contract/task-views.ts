import { z } from 'zod';
import { paletteColor } from './palette.ts';
import { NOT_FOUND, call, id, userText } from './refusals.ts';

/** What a list of tasks goes by; `manual` is the order a person gave it. */
export const taskSort = z.enum(['manual', 'due', 'priority', 'created', 'estimate', 'title']);
/** What a list of tasks is parted by. */
export const taskGrouping = z.enum(['none', 'project', 'tag', 'due', 'priority', 'area']);
export const taskLayout = z.enum(['list', 'board']);

const layOut = { sort: taskSort, grouping: taskGrouping, layout: taskLayout };

/** The signs a view can carry, by the names of their pictures. */
export const viewIcon = z.enum([
  'list',
  'star',
  'flag',
  'bolt',
  'clock',
  'home',
  'briefcase',
  'heart',
  'phone',
  'book',
]);

const viewName = userText(200)
  .transform((text) => text.replace(/\s+/gu, ' ').trim())
  .refine((text) => text !== '', 'A name is missing.');

/** A list a person made: a question in words, and how its answer is laid out. */
export const taskView = z.object({
  id,
  name: z.string(),
  icon: viewIcon,
  color: paletteColor,
  query: z.string(),
  ...layOut,
});

const viewFields = { name: viewName, icon: viewIcon, color: paletteColor, query: userText(500), ...layOut };
const NAME_TAKEN = { message: 'Another view has this name already.' } as const;
const named = call.errors({ NAME_TAKEN, NOT_FOUND });

/** The part of the tasks' contract that is about saved views. */
export const taskViewsContract = {
  views: call.output(z.array(taskView)),
  createView: call
    .errors({ NAME_TAKEN })
    .input(z.object({ ...viewFields, icon: viewIcon.default('list'), color: paletteColor.default('blue') }))
    .output(taskView),
  updateView: named.input(z.object({ id, change: z.object(viewFields).partial() })).output(taskView),
  removeView: call.errors({ NOT_FOUND }).input(z.object({ id })).output(z.void()),
  /** Puts a view before another one, or at the end. */
  moveView: call
    .errors({ NOT_FOUND })
    .input(z.object({ id, beforeId: id.nullable() }))
    .output(z.void()),
};

export type TaskSort = z.infer<typeof taskSort>;
export type TaskGrouping = z.infer<typeof taskGrouping>;
export type TaskLayout = z.infer<typeof taskLayout>;
export type TaskView = z.infer<typeof taskView>;
export type ViewIcon = z.infer<typeof viewIcon>;
