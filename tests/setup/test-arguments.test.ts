import { describe, expect, test } from 'vitest';
import { readTestArguments } from '../../resources/scripts/test-arguments.mjs';

describe('the arguments of npm test', () => {
  test('none means everything', () => {
    expect(readTestArguments([])).toEqual(['types', 'lint', 'unused', 'format', 'unit', 'e2e']);
  });

  test('--only picks parts and keeps the order of the suite', () => {
    expect(readTestArguments(['--only=e2e,types', '--only=lint'])).toEqual(['types', 'lint', 'e2e']);
  });

  test('an unknown part is named together with those there are', () => {
    expect(() => readTestArguments(['--only=units'])).toThrow(
      'There is no part "units"; there are types, lint, unused, format, unit, e2e.',
    );
  });

  test('anything else is refused', () => {
    expect(() => readTestArguments(['--watch'])).toThrow(
      '"--watch" is not understood; use --only=types,lint,unused,format,unit,e2e.',
    );
  });
});
