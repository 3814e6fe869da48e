import { describe, expect, it } from 'vitest';

import { toggleTaskAt, toggleTasks } from '#renderer/features/journal/editor/task-commands.ts';
import type { ToggledTask } from '#renderer/features/journal/editor/task-commands.ts';

import { afterCommand, pageOf } from '../../support/editor/page-text.ts';

const silently = toggleTasks(() => undefined);

describe('toggleTasks', () => {
  it('ticks and clears the box of the line', () => {
    expect(afterCommand(silently, '- [ ] milk|')).toBe('- [x] milk|');
    expect(afterCommand(silently, '- [X] milk|')).toBe('- [ ] milk|');
    expect(afterCommand(silently, '  1. [ ] |milk')).toBe('  1. [x] |milk');
    expect(afterCommand(silently, '> * [ ] mi|lk')).toBe('> * [x] mi|lk');
    expect(afterCommand(silently, '|- [ ] milk')).toBe('|- [x] milk');
  });

  it('toggles each task that is selected', () => {
    expect(afterCommand(silently, '- [ ] a‹\n- [x] b\n- c›')).toBe('- [x] a‹\n- [ ] b\n- c›');
  });

  it('leaves the key alone where there is no task', () => {
    expect(afterCommand(silently, '- milk|')).toBeNull();
    expect(afterCommand(silently, 'text [ ] here|')).toBeNull();
    expect(afterCommand(silently, '```\n- [ ] a|\n```')).toBeNull();
  });

  it('does not take the box of another line', () => {
    expect(afterCommand(silently, '- [ ] a\n  more of it|')).toBeNull();
  });

  it('tells what was toggled', () => {
    const told: ToggledTask[] = [];
    afterCommand(
      toggleTasks((task) => told.push(task)),
      '- [ ] Call **Ana** |\n',
    );
    expect(told).toEqual([{ isDone: true, text: 'Call **Ana**' }]);
  });

  it('writes one character and nothing else', () => {
    const page = pageOf('*   [ ]   wide  \r\nnext\r\n');
    const spec = toggleTaskAt(page, 0)?.spec;
    expect(spec === undefined ? null : page.update(spec).state.sliceDoc()).toBe('*   [x]   wide  \r\nnext\r\n');
  });
});
