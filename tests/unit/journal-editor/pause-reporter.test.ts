import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { PauseReporter } from '#renderer/features/journal/editor/pause-reporter.ts';

describe('PauseReporter', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('reports once when typing pauses', () => {
    const report = vi.fn();
    const reporter = new PauseReporter(report);
    reporter.touch();
    vi.advanceTimersByTime(100);
    reporter.touch();
    vi.advanceTimersByTime(149);
    expect(report).toHaveBeenCalledTimes(0);
    vi.advanceTimersByTime(1);
    expect(report).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(5_000);
    expect(report).toHaveBeenCalledTimes(1);
  });

  it('reports every second while typing goes on', () => {
    const report = vi.fn();
    const reporter = new PauseReporter(report);
    for (let key = 0; key < 21; key += 1) {
      reporter.touch();
      vi.advanceTimersByTime(100);
    }
    expect(report).toHaveBeenCalledTimes(2);
  });

  it('reports at once when asked, and not again', () => {
    const report = vi.fn();
    const reporter = new PauseReporter(report);
    reporter.flush();
    expect(report).toHaveBeenCalledTimes(0);
    reporter.touch();
    reporter.flush();
    vi.advanceTimersByTime(5_000);
    expect(report).toHaveBeenCalledTimes(1);
  });
});
