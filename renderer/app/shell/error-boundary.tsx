import { Component, type ErrorInfo, type ReactNode } from 'react';

import { Button } from '#renderer/ui/button.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';

import styles from './error-boundary.module.css';

export interface ErrorBoundaryProps {
  /** The part that is guarded, as the user knows it: "The calendar". */
  readonly name: string;
  /** A change of it tries again by itself: the route. */
  readonly resetKey?: string | undefined;
  /** Writes to the log, under the reference the user sees. */
  readonly onError?: ((error: unknown, reference: string, componentStack: string) => void) | undefined;
  readonly children: ReactNode;
}

interface Failure {
  readonly error: unknown;
  readonly reference: string;
  readonly componentStack: string;
}

interface ErrorBoundaryState {
  readonly failure: Failure | undefined;
  readonly resetKey: string | undefined;
  readonly copy: 'idle' | 'copied' | 'refused';
}

const copyLabels = { idle: 'Copy details', copied: 'Copied', refused: 'Could not copy' } as const;

/** Keeps a bug in one part from taking the window down, and says what to do about it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failure: undefined, resetKey: this.props.resetKey, copy: 'idle' };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    const reference = crypto.randomUUID().slice(0, 8);
    return { failure: { error, reference, componentStack: '' }, copy: 'idle' };
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { failure: undefined, resetKey: props.resetKey };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    const { failure } = this.state;
    if (failure === undefined) return;
    const componentStack = info.componentStack ?? '';
    this.setState({ failure: { ...failure, componentStack } });
    this.props.onError?.(error, failure.reference, componentStack);
  }

  readonly #retry = (): void => {
    this.setState({ failure: undefined });
  };

  readonly #copy = async (): Promise<void> => {
    const { failure } = this.state;
    if (failure === undefined) return;
    try {
      await navigator.clipboard.writeText(describeFailure(this.props.name, failure));
      this.setState({ copy: 'copied' });
    } catch {
      // The system may keep the clipboard from us; the reference on the screen can still be selected.
      this.setState({ copy: 'refused' });
    }
  };

  override render(): ReactNode {
    const { failure, copy } = this.state;
    if (failure === undefined) return this.props.children;
    return (
      <div className={styles.failure}>
        <ErrorNotice
          title={`${this.props.name} stopped because of a mistake in the app.`}
          kept="Everything saved so far is safe."
          advice="Try again; if it happens twice, copy the details and send them to us."
          reference={failure.reference}
          action={
            <>
              <Button size="small" onClick={this.#retry}>
                Try again
              </Button>
              <Button size="small" variant="quiet" onClick={() => void this.#copy()}>
                {copyLabels[copy]}
              </Button>
            </>
          }
        />
      </div>
    );
  }
}

function describeFailure(name: string, { error, reference, componentStack }: Failure): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [`Reference ${reference}`, `Part ${name}`, stack, componentStack.trim()].join('\n');
}
