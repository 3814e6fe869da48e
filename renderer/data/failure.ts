import { ORPCError } from '@orpc/client';

/** What is said of a failed call. */
export interface Failure {
  /** The reason's name in the contract, `INVALID` for input that does not fit, `CONNECTION` when the core did not answer. */
  readonly reason: string;
  /** A sentence for the user. */
  readonly message: string;
  /** The input field that is wrong, such as `title`. */
  readonly field?: string;
  /** Explained in the log. */
  readonly reference?: string;
}

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
}

/** Turns whatever a call threw into what the user is told. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ORPCError))
    return {
      reason: 'CONNECTION',
      message: 'Braindump did not answer. What you wrote is still here; try again in a moment.',
    };
  const data: unknown = error.data;
  if (error.code === 'BAD_REQUEST' && hasIssues(data)) {
    const issue = data.issues[0];
    const last = issue?.path?.at(-1);
    const field = typeof last === 'object' ? String(last.key) : last === undefined ? undefined : String(last);
    return { reason: 'INVALID', message: issue?.message ?? error.message, ...(field === undefined ? {} : { field }) };
  }
  const reference = isRecord(data) && typeof data['reference'] === 'string' ? data['reference'] : undefined;
  return { reason: error.code, message: error.message, ...(reference === undefined ? {} : { reference }) };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function hasIssues(data: unknown): data is { issues: readonly Issue[] } {
  return isRecord(data) && Array.isArray(data['issues']);
}
