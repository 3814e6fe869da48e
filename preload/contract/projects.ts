import { z } from 'zod';
import { paletteColor } from './palette.ts';
import { NOT_FOUND, call, id, userText } from './refusals.ts';
import { day, instantMs } from './time.ts';

/** A project's or area's name: one line that isn't empty. */
export const projectName = userText(200)
  .transform((text) => text.replace(/\s+/gu, ' ').trim())
  .refine((text) => text !== '', 'A name is missing.');

/** A part of life that never ends (work, home); holds projects. */
export const area = z.object({ id, name: z.string(), color: paletteColor });

export const projectStatus = z.enum(['open', 'someday', 'done', 'dropped']);

/** Something that takes several tasks and is finished one day. */
export const project = z.object({
  id,
  name: z.string(),
  areaId: id.nullable(),
  color: paletteColor,
  status: projectStatus,
  notes: z.string(),
  dueDay: day.nullable(),
  createdAtMs: instantMs,
  closedAtMs: instantMs.nullable(),
  openTasks: z.int(),
  /** Completed ones; what was dropped is not progress. */
  doneTasks: z.int(),
});

const fields = {
  name: projectName,
  areaId: id.nullable(),
  color: paletteColor,
  notes: userText(200_000),
  dueDay: day.nullable(),
};

const NAME_TAKEN = { message: 'Another project has this name already.' } as const;
const AREA_TAKEN = { message: 'Another area has this name already.' } as const;
const missing = call.errors({ NOT_FOUND });

export const projectsContract = {
  /** All of them, closed ones too, in the order a person gave them. */
  list: call.output(z.array(project)),
  create: missing
    .errors({ NAME_TAKEN })
    .input(z.object(fields).partial().required({ name: true }))
    .output(project),
  update: missing
    .errors({ NAME_TAKEN })
    .input(z.object({ id, change: z.object(fields).partial() }))
    .output(project),
  /** Closing one closes its open tasks the same way, in the same commit; opening it again leaves them closed. */
  setStatus: missing.input(z.object({ id, status: projectStatus })).output(project),
  /** Its tasks stay, without a project, unless they are to go with it. */
  remove: missing.input(z.object({ id, tasks: z.enum(['keep', 'delete']) })).output(z.void()),
  /** Puts a project before another one, or at the end, and into an area. */
  move: missing.input(z.object({ id, beforeId: id.nullable(), areaId: id.nullable().optional() })).output(z.void()),
  areas: call.output(z.array(area)),
  createArea: call
    .errors({ AREA_TAKEN })
    .input(z.object({ name: projectName, color: paletteColor.optional() }))
    .output(area),
  updateArea: missing
    .errors({ AREA_TAKEN })
    .input(z.object({ id, name: projectName.optional(), color: paletteColor.optional() }))
    .output(area),
  /** Its projects stay, without an area. */
  removeArea: missing.input(z.object({ id })).output(z.void()),
  moveArea: missing.input(z.object({ id, beforeId: id.nullable() })).output(z.void()),
};

export type Area = z.infer<typeof area>;
export type Project = z.infer<typeof project>;
export type ProjectStatus = z.infer<typeof projectStatus>;
