import type { ChangeSpec, EditorState, StateCommand, TransactionSpec } from '@codemirror/state';

import { itemAt, readItemStart } from './list-items.ts';
import type { ItemStart } from './list-items.ts';

/** What a toggled box says now. */
export interface ToggledTask {
  readonly isDone: boolean;
  /** The words of the task's first line, without its marks. */
  readonly text: string;
}

/** The task on the line at `pos`; null where there is none. */
export function taskAt(
  state: EditorState,
  pos: number,
): (ItemStart & { readonly task: NonNullable<ItemStart['task']> }) | null {
  const item = itemAt(state, pos);
  const start = item === null ? null : readItemStart(state, item);
  if (start?.task === undefined || start.line.number !== state.doc.lineAt(pos).number) return null;
  return { ...start, task: start.task };
}

/** Writes the one character that ticks or clears the box of the task at `pos`; null where there is no task. */
export function toggleTaskAt(state: EditorState, pos: number): { spec: TransactionSpec; toggled: ToggledTask } | null {
  const start = taskAt(state, pos);
  if (start === null) return null;
  const { from, isDone } = start.task;
  const changes: ChangeSpec = { from: from + 1, to: from + 2, insert: isDone ? ' ' : 'x' };
  return {
    spec: { changes, userEvent: 'input.toggle' },
    toggled: { isDone: !isDone, text: start.line.text.slice(start.contentFrom - start.line.from).trim() },
  };
}

/** A command that toggles every task the selection touches, or reports false when it touches none. */
export function toggleTasks(onToggle: (task: ToggledTask) => void): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const { from, to } = state.selection.main;
    const found: { spec: TransactionSpec; toggled: ToggledTask }[] = [];
    for (let line = state.doc.lineAt(from); ; line = state.doc.line(line.number + 1)) {
      const task = toggleTaskAt(state, line.from);
      if (task !== null) found.push(task);
      if (line.to >= to) break;
    }
    if (found.length === 0) return false;
    dispatch(state.update(...found.map((task) => task.spec)));
    for (const task of found) onToggle(task.toggled);
    return true;
  };
}
