import type { Scope } from '#contract/calendar';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import styles from './event-form.module.css';

/** A change to one of several that repeat: how much of them it means. */
export interface ScopeQuestion {
  readonly act: 'change' | 'move' | 'delete';
  /** What is asked about. */
  readonly title: string;
  /** How it repeats belongs to all: one alone is not offered. */
  readonly isOfRule: boolean;
}

const TITLES = {
  change: 'Change which of them?',
  move: 'Move which of them?',
  delete: 'Delete which of them?',
} as const;
const ANSWERS: readonly { readonly scope: Scope; readonly label: string; readonly keys: string }[] = [
  { scope: 'this', label: 'This one', keys: '1' },
  { scope: 'following', label: 'This one and those after it', keys: '2' },
  { scope: 'all', label: 'All of them', keys: '3' },
];

/** This one, it and those after it, or all: 1, 2, 3, or arrows and Enter. Escape takes the change back. */
export function ScopeDialog({
  question,
  onAnswer,
}: {
  readonly question: ScopeQuestion;
  onAnswer(scope: Scope | undefined): void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const answers = ANSWERS.filter(({ scope }) => scope !== 'this' || !question.isOfRule);

  const isOfRule = question.isOfRule;
  // Wherever the focus is: a quick hand answers before the dialog has it, and 1 would show the day behind it.
  useLayoutEffect(() => {
    const answer = (event: globalThis.KeyboardEvent): void => {
      const chosen = ANSWERS.find(({ keys, scope }) => keys === event.key && (scope !== 'this' || !isOfRule));
      if (chosen === undefined || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      onAnswer(chosen.scope);
    };
    window.addEventListener('keydown', answer, { capture: true });
    return () => window.removeEventListener('keydown', answer, { capture: true });
  }, [isOfRule, onAnswer]);

  function press(event: KeyboardEvent<HTMLButtonElement>): void {
    const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (way === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + way + buttons.length) % buttons.length]?.focus();
  }

  return (
    <Dialog
      open
      width="narrow"
      title={TITLES[question.act]}
      description={`“${question.title.length > 80 ? `${question.title.slice(0, 79)}…` : question.title}” repeats.`}
      onClose={() => onAnswer(undefined)}
    >
      <div ref={list} className={styles.answers} role="group" aria-label="Which of them">
        {answers.map(({ scope, label, keys }) => (
          <Button key={scope} keys={keys} className={styles.answer} onKeyDown={press} onClick={() => onAnswer(scope)}>
            {label}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
