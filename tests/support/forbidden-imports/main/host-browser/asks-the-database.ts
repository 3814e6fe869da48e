import { tasksByIds } from '#db/queries/tasks'; export const a = tasksByIds;
