import { describe, expect, it } from 'vitest';

import { readNamePrefix } from '#renderer/features/journal/editor/completions.ts';

describe('readNamePrefix', () => {
  it('reads what is being named', () => {
    expect(readNamePrefix('ask [[An')).toEqual({ kind: 'links', query: 'An' });
    expect(readNamePrefix('[[')).toEqual({ kind: 'links', query: '' });
    expect(readNamePrefix('so #gar')).toEqual({ kind: 'tags', query: 'gar' });
    expect(readNamePrefix('(@Jo')).toEqual({ kind: 'people', query: 'Jo' });
    expect(readNamePrefix('@')).toEqual({ kind: 'people', query: '' });
  });

  it('is silent in plain text, addresses, headings and closed links', () => {
    expect(readNamePrefix('plain')).toBeNull();
    expect(readNamePrefix('ana@home')).toBeNull();
    expect(readNamePrefix('#')).toBeNull();
    expect(readNamePrefix('## Head')).toBeNull();
    expect(readNamePrefix('[[Ana]] and')).toBeNull();
  });
});
