import { createTask } from '../tasks/commands.ts'; export const a = createTask;
