import { describe, expect, test } from 'vitest';
import {
  addCounts,
  countCheck,
  countPlaywright,
  countVitest,
  isGoodRun,
  summaryLine,
} from '../../resources/scripts/test-counts.mjs';

const vitestFile = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

const vitestReport = (...testResults: ReturnType<typeof vitestFile>[]) => JSON.stringify({ testResults });

const playwrightReport = (stats: object, errors: readonly object[] = []) =>
  JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

describe('counting what Vitest reports', () => {
  test('passed, failed and skipped tests are added up over the files', () => {
    const report = vitestReport(
      vitestFile('passed', 'passed', 'passed', 'todo'),
      vitestFile('failed', 'passed', 'failed', 'skipped'),
    );
    expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  test('a file that cannot be loaded is one failure', () => {
    expect(countVitest(vitestReport(vitestFile('failed'), vitestFile('passed', 'passed')), 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  test('an error outside any test is one failure', () => {
    expect(countVitest(vitestReport(vitestFile('passed', 'passed')), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test('no report is one failure, whatever the exit code says', () => {
    expect(countVitest(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('counting what Playwright reports', () => {
  test('a flaky journey has failed', () => {
    expect(countPlaywright(playwrightReport({ expected: 4, unexpected: 1, flaky: 1, skipped: 2 }), 1)).toEqual({
      passed: 4,
      failed: 2,
      skipped: 2,
    });
  });

  test('an error before any journey is a failure', () => {
    expect(countPlaywright(playwrightReport({}, [{ message: 'No tests found' }]), 1)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });

  test('no report is one failure', () => {
    expect(countPlaywright(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('the end of a run', () => {
  test('the last line leaves out what there was none of', () => {
    expect(summaryLine({ passed: 812, failed: 0, skipped: 0 })).toBe('812 passed, 0 failed');
    expect(summaryLine({ passed: 810, failed: 1, skipped: 1 })).toBe('810 passed, 1 failed, 1 skipped');
  });

  test('a check counts like a test', () => {
    expect(addCounts(countCheck(true), countCheck(false))).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test('a run is good when something passed and nothing failed', () => {
    expect(isGoodRun({ passed: 1, failed: 0, skipped: 3 })).toBe(true);
    expect(isGoodRun({ passed: 9, failed: 1, skipped: 0 })).toBe(false);
    expect(isGoodRun({ passed: 0, failed: 0, skipped: 5 })).toBe(false);
  });
});
