import { task } from '#db/schema/tasks'; export const a = task;
