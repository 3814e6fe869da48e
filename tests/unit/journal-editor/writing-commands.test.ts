import { describe, expect, it } from 'vitest';

import {
  insertLink,
  linkFromPaste,
  toggleEmphasis,
  toggleStrong,
} from '#renderer/features/journal/editor/writing-commands.ts';

import { afterCommand, pageOf } from '../../support/editor/page-text.ts';

describe('toggleStrong and toggleEmphasis', () => {
  it('put marks around the selection or the word', () => {
    expect(afterCommand(toggleStrong, 'so ‹very› good')).toBe('so **‹very›** good');
    expect(afterCommand(toggleEmphasis, 'so ve|ry good')).toBe('so *ve|ry* good');
    expect(afterCommand(toggleStrong, 'here |')).toBe('here **|**');
  });

  it('leave spaces at the ends outside', () => {
    expect(afterCommand(toggleStrong, 'so‹ very ›good')).toBe('so **‹very›** good');
  });

  it('take the marks away again', () => {
    expect(afterCommand(toggleStrong, 'so **‹very›** good')).toBe('so ‹very› good');
    expect(afterCommand(toggleStrong, 'so ‹**very**› good')).toBe('so ‹very› good');
    expect(afterCommand(toggleEmphasis, 'so _ve|ry_ good')).toBe('so ve|ry good');
  });

  it('make bold text italic as well', () => {
    expect(afterCommand(toggleEmphasis, '**‹very›**')).toBe('***‹very›***');
  });
});

describe('insertLink', () => {
  it('asks for what is missing', () => {
    expect(afterCommand(insertLink, 'see ‹the plan›')).toBe('see [the plan](|)');
    expect(afterCommand(insertLink, 'see ‹https://a.example›')).toBe('see [|](https://a.example)');
    expect(afterCommand(insertLink, 'see |')).toBe('see [|]()');
  });
});

function paste(drawing: string, pasted: string): string | null {
  return linkFromPaste(pageOf(drawing), pasted)?.insert ?? null;
}

describe('linkFromPaste', () => {
  it('links the selected words', () => {
    expect(paste('see ‹the plan› now', 'https://a.example/x')).toBe('[the plan](https://a.example/x)');
    expect(paste('see ‹the plan› now', ' https://a.example/x_(y) ')).toBe('[the plan](https://a.example/x_(y%29)');
  });

  it('lets other pastes be', () => {
    expect(paste('see | now', 'https://a.example')).toBeNull();
    expect(paste('see ‹the plan›', 'javascript:alert(1)')).toBeNull();
    expect(paste('see ‹the plan›', 'file:///etc/passwd')).toBeNull();
    expect(paste('see ‹the plan›', 'https://a.example and more')).toBeNull();
    expect(paste('‹one\ntwo›', 'https://a.example')).toBeNull();
    expect(paste('`see ‹the plan›`', 'https://a.example')).toBeNull();
    expect(paste('[see ‹the plan›](https://b.example)', 'https://a.example')).toBeNull();
    expect(paste('‹https://b.example›', 'https://a.example')).toBeNull();
  });
});
