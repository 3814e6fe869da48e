import type { Entry } from '#contract/journal';
import { WritingDesk } from '#renderer/features/journal/writing-desk.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const DAY = '2026-11-21';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const entryOf = (id: string, body: string, isDraft = false): Entry => ({
  id,
  day: DAY,
  body,
  mood: null,
  atMs: 1_000,
  words: 1,
  createdAtMs: 1_000,
  updatedAtMs: 2_000,
  baseMs: 2_000,
  isDraft,
});

/** A core that can be slow or refuse, and remembers what it was sent. */
function deskOver() {
  const core = {
    sent: [] as string[],
    refusal: null as string | null,
    gate: Promise.resolve(),
    /** The text as the core keeps it where a box was ticked elsewhere. */
    ticked: (_body: string): string | null => null,
  };
  const take = async (kind: string, body: string): Promise<void> => {
    core.sent.push(`${kind} ${body}`);
    await core.gate;
    if (core.refusal) throw new Error(core.refusal);
  };
  const desk = new WritingDesk({
    saveLast: ({ body }) => void core.sent.push(`last ${body}`),
    async saveDraft({ body }) {
      await take('draft', body);
      return { savedAtMs: 1_500, body: core.ticked(body), baseMs: 2_000 };
    },
    async write({ id, body }) {
      await take('write', body);
      return body.trim() === '' ? null : entryOf(id, body);
    },
    failureOf: (error) => ({ reason: error instanceof Error ? error.message : '', message: 'Not saved.' }),
    onSaved: () => {},
  });
  return { desk, core };
}

const settled = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(0));

describe('the writing desk', () => {
  it('saves a draft at each pause in typing and one commit at a pause in thought', async () => {
    const { desk, core } = deskOver();
    for (const text of ['one', 'one two', 'one two three']) {
      desk.type('a', DAY, text);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    await vi.advanceTimersByTimeAsync(4_000);
    expect(core.sent).toEqual(['draft one', 'draft one two', 'draft one two three', 'write one two three']);
    expect(desk.hasUnsaved()).toBe(false);
    expect(desk.saveStateOf(DAY)).toEqual({ status: 'saved', savedAtMs: 2_000, failure: null });
  });

  it('sends the newest text behind a call on its way when the window goes', async () => {
    const { desk, core } = deskOver();
    core.gate = new Promise(() => {});
    desk.type('a', DAY, 'a sentence that is');
    desk.type('a', DAY, 'a sentence that is cut off');
    desk.part();
    expect(core.sent).toEqual(['draft a sentence that is', 'last a sentence that is cut off']);
  });

  it('sends one text at a time and the newest last', async () => {
    const { desk, core } = deskOver();
    let open = (): void => {};
    core.gate = new Promise((resolve) => (open = resolve));
    for (const text of ['a', 'ab', 'abc']) desk.type('a', DAY, text);
    expect(core.sent).toEqual(['draft a']);
    await vi.advanceTimersByTimeAsync(700);
    expect(desk.saveStateOf(DAY).status).toBe('saving');
    open();
    await settled();
    expect(core.sent).toEqual(['draft a', 'draft abc']);
    expect(desk.saveStateOf(DAY).status).toBe('saved');
  });

  it('keeps what could not be saved, says so, and tries again', async () => {
    const { desk, core } = deskOver();
    core.refusal = 'STORAGE_FULL';
    desk.type('a', DAY, 'kept');
    await settled();
    expect(desk.saveStateOf(DAY)).toEqual({
      status: 'failed',
      savedAtMs: null,
      failure: { reason: 'STORAGE_FULL', message: 'Not saved.' },
    });
    expect([desk.textOf('a'), desk.hasUnsaved(), desk.begunOn(DAY)]).toEqual(['kept', true, ['a']]);
    core.refusal = null;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.saveStateOf(DAY).status).toBe('saved');
    expect([desk.hasUnsaved(), desk.begunOn(DAY)]).toEqual([false, []]);
  });

  it('does not send again by itself what is wrong in itself', async () => {
    const { desk, core } = deskOver();
    core.refusal = 'INVALID';
    desk.type('a', DAY, 'too long');
    desk.settle('a');
    await settled();
    const tries = core.sent.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(core.sent).toHaveLength(tries);
    core.refusal = null;
    desk.type('a', DAY, 'shorter');
    await settled();
    expect(desk.hasUnsaved()).toBe(false);
  });

  it('commits at once when the writer leaves', async () => {
    const { desk, core } = deskOver();
    desk.type('a', DAY, 'words');
    desk.settle('a');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(core.sent).toEqual(['draft words', 'write words']);
  });

  it('never sends an entry that has no words yet', async () => {
    const { desk, core } = deskOver();
    desk.type('a', DAY, ' \n');
    desk.settle('a');
    await vi.advanceTimersByTimeAsync(10_000);
    expect([core.sent, desk.begunOn(DAY), desk.hasUnsaved()]).toEqual([[], [], false]);
  });

  it('takes over text that came from elsewhere, but never over what is being typed', async () => {
    const { desk, core } = deskOver();
    desk.receive(DAY, [entryOf('a', 'one')]);
    expect([desk.textOf('a'), desk.revisionOf('a')]).toEqual(['one', 0]);
    desk.receive(DAY, [entryOf('a', 'one, undone')]);
    expect([desk.textOf('a'), desk.revisionOf('a')]).toEqual(['one, undone', 1]);
    core.refusal = 'CONNECTION';
    desk.type('a', DAY, 'mine');
    await settled();
    desk.receive(DAY, [entryOf('a', 'theirs')]);
    expect([desk.textOf('a'), desk.revisionOf('a')]).toEqual(['mine', 1]);
  });

  it('lets go of an entry that was deleted elsewhere, and takes it back when it returns', () => {
    const { desk } = deskOver();
    desk.receive(DAY, [entryOf('a', 'one')]);
    desk.receive(DAY, []);
    expect([desk.textOf('a'), desk.revisionOf('a')]).toEqual([undefined, 1]);
    desk.receive(DAY, [entryOf('a', 'one')]);
    expect([desk.textOf('a'), desk.revisionOf('a')]).toEqual(['one', 2]);
  });

  it('makes a draft that a crash left behind history', async () => {
    const { desk, core } = deskOver();
    desk.receive(DAY, [entryOf('a', 'left behind', true)]);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(core.sent).toEqual(['write left behind']);
  });

  it('sends a very long text less often', async () => {
    const { desk, core } = deskOver();
    const long = 'x'.repeat(600_000);
    desk.type('a', DAY, long);
    desk.type('a', DAY, `${long}y`);
    await vi.advanceTimersByTimeAsync(1_900);
    expect(core.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(core.sent).toEqual([`draft ${long}y`]);
  });
});

describe('a box ticked elsewhere', () => {
  const tick = (body: string): string => body.replace('- [ ] milk', '- [x] milk');

  it('goes into the page once typing pauses, and no word typed meanwhile is lost', async () => {
    const { desk, core } = deskOver();
    desk.receive(DAY, [entryOf('a', '- [ ] milk')]);
    core.ticked = tick;
    let open = (): void => {};
    core.gate = new Promise((resolve) => (open = resolve));
    desk.type('a', DAY, '- [ ] milk\none');
    desk.type('a', DAY, '- [ ] milk\none two');
    core.gate = Promise.resolve();
    open();
    await settled();
    expect(desk.textOf('a')).toBe('- [x] milk\none two');
    expect(desk.revisionOf('a')).toBe(1);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(core.sent).toEqual(['draft - [ ] milk\none', 'draft - [ ] milk\none two', 'write - [x] milk\none two']);
  });
});
