import type { CaptureDraft, ReadItem } from '#contract/capture';
import { type CaptureCalls, createCaptureSession } from '#renderer/features/capture/capture-session.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** The core as far as this goes: one durable draft, and one item for each text. */
function playedCore(stored: CaptureDraft = { text: '', ignored: [] }) {
  const core = { draft: stored, filed: [] as string[], failsWith: null as Error | null, slow: Promise.resolve() };
  const calls: CaptureCalls = {
    read: async ({ text, ignored }) => ({ items: [itemOf(text, ignored.length > 0 ? 'inbox' : 'tasks')] }),
    async file({ text }) {
      await core.slow;
      if (core.failsWith) throw core.failsWith;
      core.filed.push(text);
      core.draft = { text: '', ignored: [] };
      return { seq: core.filed.length, filed: [] };
    },
    draft: async () => core.draft,
    async saveDraft(draft) {
      if (core.failsWith) throw core.failsWith;
      core.draft = draft;
    },
  };
  return { core, session: createCaptureSession(calls) };
}

function itemOf(text: string, place: ReadItem['place']): ReadItem {
  return {
    kind: 'task',
    place,
    title: text,
    words: `Task ${text}`,
    note: null,
    from: 0,
    to: text.length,
    confidence: 1,
    tags: [],
    people: [],
    spans: [],
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is being captured', () => {
  it('is read at every change and saved at a pause', async () => {
    const { core, session } = playedCore();
    await session.load();
    session.change('call');
    session.change('call mum');
    await vi.advanceTimersByTimeAsync(0);
    expect(session.state().items.map(({ words }) => words)).toEqual(['Task call mum']);
    expect(core.draft.text).toBe('');
    await vi.advanceTimersByTimeAsync(300);
    expect(core.draft.text).toBe('call mum');
  });

  it('comes back from the last start', async () => {
    const { session } = playedCore({ text: 'call mum fri', ignored: [{ from: 9, to: 12 }] });
    await session.load();
    expect(session.state()).toMatchObject({ text: 'call mum fri', ignored: [{ from: 9, to: 12 }] });
    expect(session.state().items[0]?.place).toBe('inbox');
  });

  it('keeps the draft before what was typed ahead of it', async () => {
    const { core, session } = playedCore({ text: 'call mum', ignored: [] });
    session.change('milk');
    await vi.advanceTimersByTimeAsync(500);
    expect(core.draft.text).toBe('call mum');
    await session.load();
    expect(session.state().text).toBe('call mum\nmilk');
    await vi.advanceTimersByTimeAsync(300);
    expect(core.draft.text).toBe('call mum\nmilk');
  });

  it('takes over what another window wrote, unless it was written on here', async () => {
    const { core, session } = playedCore();
    await session.load();
    core.draft = { text: 'from the other window', ignored: [] };
    await session.load();
    expect(session.state().text).toBe('from the other window');
    session.change('mine');
    await session.load();
    expect(session.state().text).toBe('mine');
  });

  it('is one entry when it is longer than can be read', async () => {
    const { session } = playedCore();
    await session.load();
    session.change('x'.repeat(20_001));
    expect(session.state().items).toMatchObject([{ kind: 'entry', place: 'journal', from: 0, to: 20_001 }]);
  });
});

describe('filing', () => {
  it('empties the field and forgets the draft', async () => {
    const { core, session } = playedCore();
    await session.load();
    session.change('call mum');
    expect(await session.file('items')).toEqual({ seq: 1, filed: [] });
    expect(session.state()).toMatchObject({ text: '', items: [], failure: null });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(core.draft.text).toBe('');
    expect(session.state().items).toEqual([]);
  });

  it('keeps what was typed meanwhile as the next draft', async () => {
    const { core, session } = playedCore();
    await session.load();
    session.change('call mum');
    const gate = Promise.withResolvers<void>();
    core.slow = gate.promise;
    const filing = session.file('items');
    session.change('call mum, milk');
    gate.resolve();
    await filing;
    expect(core.filed).toEqual(['call mum']);
    expect(session.state().text).toBe(', milk');
    await vi.advanceTimersByTimeAsync(300);
    expect(core.draft.text).toBe(', milk');
  });

  it('keeps the text and says why when it is refused', async () => {
    const { core, session } = playedCore();
    await session.load();
    session.change('call mum');
    core.failsWith = new Error('gone');
    expect(await session.file('items')).toBeNull();
    expect(session.state()).toMatchObject({
      text: 'call mum',
      isFiling: false,
      failure: 'Braindump did not answer. What you wrote is still here; try again in a moment.',
    });
    core.failsWith = null;
    session.change('call mum ');
    expect(session.state().failure).toBeNull();
    expect(await session.file('items')).not.toBeNull();
  });

  it('gives a text that was taken back to the field, unless another one was begun', async () => {
    const { session } = playedCore();
    await session.load();
    session.restore('call mum', []);
    expect(session.state().text).toBe('call mum');
    session.restore('buy milk', []);
    expect(session.state().text).toBe('call mum');
  });
});
