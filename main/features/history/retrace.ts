import type { ReadHandle } from '#db/store/handles';
import { redoableCommit, undoableCommit, weightOf, weightSince } from '#db/queries/ledger';
import type { Ledger } from '#main/ledger/ledger';
import { goBackTo } from '#main/ledger/moments';
import { type UndoResult, redoLast, undoCommit, undoLast } from '#main/ledger/undo';
import type { Services } from '../feature.ts';
import { JobCounter } from '../job-counter.ts';

/** Which of what was done is taken back, or done again. */
export type Retracing =
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'commit'; readonly seq: number }
  | { readonly kind: 'go-back'; readonly seq: number };

export type Went = { readonly seq: number; readonly rows: number } | null;

/** What going back is told on another thread: which commit was meant when it was asked for. */
export interface RetraceInput {
  readonly kind: Retracing['kind'];
  readonly seq: number;
  readonly counter: SharedArrayBuffer;
}

/** What is heavier than so many rows would hold up the window: some 70 ms. */
const HEAVY = 1_000;
const PROGRESS_MS = 150;

/** Takes back or does again, on this thread, or with the data worker where that takes long. */
export async function retrace(services: Services, what: Exclude<Retracing, { kind: 'go-back' }>): Promise<UndoResult> {
  return (await retraced(services, what)) as UndoResult;
}

/** Sets everything to how it was right after a commit. */
export async function wentBack(services: Services, seq: number): Promise<Went> {
  return (await retraced(services, { kind: 'go-back', seq })) as Went;
}

async function retraced(services: Services, what: Retracing): Promise<UndoResult | Went> {
  const { read } = services.ledger;
  const seq = seqOf(read, what);
  if (seq === undefined) return { outcome: 'nothing' };
  const counter = new JobCounter();
  const input: RetraceInput = { kind: what.kind, seq, counter: counter.shared };
  const weight = what.kind === 'go-back' ? weightSince(read, seq, HEAVY + 1) : weightOf(read, seq, HEAVY + 1);
  if (weight <= HEAVY) return runRetrace(services.ledger, input);
  const told = setInterval(() => services.work.tell({ what: what.kind, ...counter.state }), PROGRESS_MS);
  try {
    return await services.dataWorker.run<UndoResult | Went>('retrace', input);
  } finally {
    clearInterval(told);
    services.work.tell(null);
  }
}

function seqOf(handle: ReadHandle, what: Retracing): number | undefined {
  if (what.kind === 'undo') return undoableCommit(handle)?.seq;
  return what.kind === 'redo' ? redoableCommit(handle)?.seq : what.seq;
}

/**
 * One commit, whichever thread it is written on. What was meant is taken back, not what came while it waited; a second undo
 * that was meant for the same commit goes one further.
 */
export function runRetrace(ledger: Ledger, { kind, seq, counter }: RetraceInput): UndoResult | Went {
  const own = new JobCounter(counter);
  const steps = { begin: (total: number) => own.begin('writing', total), step: () => own.step() };
  if (kind === 'go-back') return goBackTo(ledger, 'user', { seq, command: 'history.goBack' });
  const result = undoCommit(ledger, 'user', seq, steps);
  if (result.outcome !== 'nothing' || kind === 'commit') return result;
  return kind === 'undo' ? undoLast(ledger, 'user', steps, seq) : redoLast(ledger, 'user', steps);
}
