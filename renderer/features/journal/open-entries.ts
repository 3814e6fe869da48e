import type { MarkdownEditorHandle } from './editor/editor-props.ts';

/** The entries on the screen, and which of them was written in last. */
const open = new Map<string, MarkdownEditorHandle>();
let lastId: string | null = null;

/** @returns takes it off again */
export function enterEntry(id: string, handle: MarkdownEditorHandle): () => void {
  open.set(id, handle);
  return () => {
    if (open.get(id) === handle) open.delete(id);
    if (lastId === id) lastId = null;
  };
}

export const openEntry = (id: string): MarkdownEditorHandle | undefined => open.get(id);

/** The writer is in this entry. */
export function noteWriting(id: string): void {
  lastId = id;
}

/** The entry that what comes from outside of the text is meant for: the one written in last, else the last of the page. */
export function entryInHand(): MarkdownEditorHandle | undefined {
  return (lastId === null ? undefined : open.get(lastId)) ?? [...open.values()].at(-1);
}
