import { TaskRow } from '../tasks/task-row.tsx'; export const a = TaskRow;
