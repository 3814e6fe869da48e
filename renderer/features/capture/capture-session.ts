import { type CaptureDraft, type FiledThing, MAX_READ_LENGTH, type ReadItem, type TextRange } from '#contract/capture';
import { failureOf } from '#renderer/data/failure.ts';
import { carryItems, carryRanges } from './ranges.ts';

/** The calls of the core that capturing needs. */
export interface CaptureCalls {
  read(input: CaptureDraft): Promise<{ items: ReadItem[] }>;
  file(input: CaptureDraft & { as: FilingAs; fromDraft: boolean }): Promise<Filing>;
  draft(): Promise<CaptureDraft>;
  saveDraft(input: CaptureDraft): Promise<void>;
}

/** `entry` files the whole text as one journal entry. */
export type FilingAs = 'items' | 'entry';

/** What one filing made, in the commit `seq`. */
export interface Filing {
  readonly seq: number;
  readonly filed: readonly FiledThing[];
}

export interface CaptureState {
  readonly text: string;
  /** What the person wants left as words. */
  readonly ignored: readonly TextRange[];
  /** The newest reading; its places move along with the text until the next one. */
  readonly items: readonly ReadItem[];
  readonly isFiling: boolean;
  /** What went wrong, until something is done about it. */
  readonly failure: string | null;
  /** What was filed last, until something new is written. */
  readonly filed: readonly FiledThing[];
}

/** The one text of a window that is being captured, wherever its field is shown. */
export interface CaptureSession {
  state(): CaptureState;
  subscribe(listener: () => void): () => void;
  /** Takes the draft over, from the last start or from another window, and reads it as of now. */
  load(): Promise<void>;
  change(text: string): void;
  /** Leaves a stretch as words. */
  ignore(range: TextRange): void;
  /** Reads again what was to be left as words. */
  readAll(): void;
  /** Puts a text back that was filed and taken back, unless another one was begun. */
  restore(text: string, ignored: readonly TextRange[]): void;
  /** Files the text. Null when it was refused: the reason is in the state, the text is kept. */
  file(as: FilingAs): Promise<Filing | null>;
  /** Resolves when the draft is durable. */
  flush(): Promise<void>;
}

const SAVE_PAUSE_MS = 300;
const NOTHING: CaptureState = { text: '', ignored: [], items: [], isFiling: false, failure: null, filed: [] };

export function createCaptureSession(core: CaptureCalls): CaptureSession {
  const listeners = new Set<() => void>();
  let state = NOTHING;
  let isLoaded = false;
  let isUnsaved = false;
  let saving = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let readings = 0;

  function set(change: Partial<CaptureState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  async function read(): Promise<void> {
    readings += 1;
    const own = readings;
    const { text, ignored } = state;
    if (text.trim() === '') return set({ items: [] });
    if (text.length > MAX_READ_LENGTH) return set({ items: [keptWhole(text)] });
    try {
      const { items } = await core.read({ text, ignored: [...ignored] });
      if (own === readings) set({ items });
    } catch {
      // Nothing is lost by not being understood; what is wrong shows when the text is saved or filed.
    }
  }

  function save(): Promise<void> {
    clearTimeout(timer);
    if (!isUnsaved || !isLoaded) return saving;
    isUnsaved = false;
    const draft = { text: state.text, ignored: [...state.ignored] };
    saving = saving
      .then(() => core.saveDraft(draft))
      .catch((error: unknown) => {
        isUnsaved = true;
        set({ failure: failureOf(error).message });
      });
    return saving;
  }

  function edit(change: Pick<CaptureState, 'text' | 'ignored' | 'items'>): void {
    set({ ...change, failure: null, filed: [] });
    isUnsaved = true;
    clearTimeout(timer);
    timer = setTimeout(() => void save(), SAVE_PAUSE_MS);
    void read();
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async load() {
      if ((isUnsaved && isLoaded) || state.isFiling) return;
      await saving;
      const before = state.text;
      const draft = await core.draft().catch(() => null);
      if (!draft || (isLoaded && (isUnsaved || state.text !== before))) return;
      const typed = state.text;
      const isFirst = !isLoaded;
      isLoaded = true;
      // What was typed before the draft was there stands behind it.
      if (isFirst && typed !== '' && typed !== draft.text && draft.text !== '')
        return edit({ text: `${draft.text}\n${typed}`, ignored: draft.ignored, items: [] });
      if (isFirst && typed !== '') return void save();
      if (draft.text !== typed) set({ ...draft, items: [] });
      // "Tomorrow" may be another day by now.
      await read();
    },

    change(text) {
      const before = state.text;
      const isLong = Math.max(text.length, before.length) > MAX_READ_LENGTH;
      edit({
        text,
        ignored: isLong ? [] : carryRanges(state.ignored, before, text),
        items: isLong ? [] : carryItems(state.items, before, text),
      });
    },

    ignore: (range) => edit({ ...state, ignored: [...state.ignored, { from: range.from, to: range.to }] }),
    readAll: () => edit({ ...state, ignored: [] }),
    restore(text, ignored) {
      if (state.text === '') edit({ text, ignored, items: [] });
    },

    async file(as) {
      if (state.isFiling) return null;
      const { text, ignored } = state;
      clearTimeout(timer);
      set({ isFiling: true, failure: null });
      await saving;
      try {
        const filing = await core.file({ text, ignored: [...ignored], as, fromDraft: true });
        isUnsaved = false;
        // What was typed meanwhile is the next draft.
        const rest = state.text.startsWith(text) ? state.text.slice(text.length) : state.text;
        if (rest !== '') edit({ text: rest, ignored: [], items: [] });
        else readings += 1;
        set({ ...(rest === '' ? NOTHING : {}), isFiling: false, filed: filing.filed });
        return filing;
      } catch (error) {
        set({ isFiling: false, failure: failureOf(error).message });
        timer = setTimeout(() => void save(), SAVE_PAUSE_MS);
        return null;
      }
    },

    flush: save,
  };
}

function keptWhole(text: string): ReadItem {
  return {
    kind: 'entry',
    place: 'journal',
    title: '',
    words: 'Journal entry',
    note: 'A text this long is kept whole.',
    from: 0,
    to: text.length,
    confidence: 1,
    tags: [],
    people: [],
    spans: [],
  };
}
