import { describe, expect, it } from 'vitest';

import { referenceAt, safeTarget } from '#renderer/features/journal/editor/link-target.ts';
import type { Reference } from '#renderer/features/journal/editor/link-target.ts';

import { pageOf } from '../../support/editor/page-text.ts';

function referenceIn(drawing: string): Reference | null {
  const page = pageOf(drawing);
  return referenceAt(page, page.selection.main.head);
}

describe('safeTarget', () => {
  it('lets web and mail addresses through', () => {
    expect(safeTarget('https://a.example/b?c#d')).toBe('https://a.example/b?c#d');
    expect(safeTarget('HTTP://a.example')).toBe('HTTP://a.example');
    expect(safeTarget('www.a.example')).toBe('https://www.a.example');
    expect(safeTarget('mailto:ana@a.example')).toBe('mailto:ana@a.example');
    expect(safeTarget('ana@a.example')).toBe('mailto:ana@a.example');
  });

  it('keeps everything else in', () => {
    expect(safeTarget('javascript:alert(1)')).toBeNull();
    expect(safeTarget('JaVaScRiPt:alert(1)')).toBeNull();
    expect(safeTarget('java\nscript:alert(1)')).toBeNull();
    expect(safeTarget('file:///etc/passwd')).toBeNull();
    expect(safeTarget('data:text/html,x')).toBeNull();
    expect(safeTarget('vscode://open')).toBeNull();
    expect(safeTarget('mailto:')).toBeNull();
    expect(safeTarget('notes/today.md')).toBeNull();
    expect(safeTarget('')).toBeNull();
  });
});

describe('referenceAt', () => {
  it('reads each kind of reference', () => {
    expect(referenceIn('see [the pl|an](https://a.example)')).toEqual({ kind: 'address', target: 'https://a.example' });
    expect(referenceIn('see https://a.exa|mple now')).toEqual({ kind: 'address', target: 'https://a.example' });
    expect(referenceIn('see <https://a.example|>')).toEqual({ kind: 'address', target: 'https://a.example' });
    expect(referenceIn('write to ana@a.exam|ple')).toEqual({ kind: 'address', target: 'mailto:ana@a.example' });
    expect(referenceIn('ask [[An|a]]')).toEqual({ kind: 'page', name: 'Ana' });
    expect(referenceIn('ask [[Ana| Lima|her]]')).toEqual({ kind: 'page', name: 'Ana Lima' });
    expect(referenceIn('#audio|guide')).toEqual({ kind: 'tag', name: 'audioguide' });
    expect(referenceIn('with @Jo|nas.')).toEqual({ kind: 'person', name: 'Jonas' });
  });

  it('answers at both ends of a reference', () => {
    expect(referenceIn('|#tag')).toEqual({ kind: 'tag', name: 'tag' });
    expect(referenceIn('#tag|')).toEqual({ kind: 'tag', name: 'tag' });
  });

  it('finds none in plain text, in code or behind a forbidden address', () => {
    expect(referenceIn('pla|in')).toBeNull();
    expect(referenceIn('`https://a.exam|ple`')).toBeNull();
    expect(referenceIn('[a|](javascript:alert(1))')).toBeNull();
    expect(referenceIn('[si|c]')).toBeNull();
  });
});
