import type { CalendarEvent, Scope } from '#contract/calendar';
import { useCallback, useRef, useState } from 'react';
import type { ScopeQuestion } from './scope-dialog.tsx';

/** Asks, where an event repeats, how much of its series a change means. Undefined: the person went back. */
export type AskScope = (
  event: CalendarEvent,
  act: ScopeQuestion['act'],
  isOfRule?: boolean,
) => Promise<{ readonly scope?: Scope } | undefined>;

export interface ScopeQuestions {
  readonly question: ScopeQuestion | null;
  readonly ask: AskScope;
  answer(scope: Scope | undefined): void;
}

export function useScopeQuestion(): ScopeQuestions {
  const [question, setQuestion] = useState<ScopeQuestion | null>(null);
  const waiting = useRef<((scope: Scope | undefined) => void) | null>(null);
  const ask = useCallback<AskScope>(async (event, act, isOfRule = false) => {
    // What happens once is never asked about.
    if (!event.recurring) return {};
    waiting.current?.(undefined);
    const scope = await new Promise<Scope | undefined>((resolve) => {
      waiting.current = resolve;
      setQuestion({ act, title: event.title, isOfRule });
    });
    return scope === undefined ? undefined : { scope };
  }, []);
  const answer = useCallback((scope: Scope | undefined) => {
    const resolve = waiting.current;
    waiting.current = null;
    setQuestion(null);
    resolve?.(scope);
  }, []);
  return { question, ask, answer };
}
