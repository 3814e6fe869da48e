import type { Ref } from 'react';

import type { Completions } from './completions.ts';
import type { EditorFiles } from './files.ts';
import type { FindQuery } from './find.ts';
import type { InsightMark } from './insight-marks.ts';
import type { SlashItem } from './slash-menu.ts';
import type { ToggledTask } from './task-commands.ts';

/** What a page is given. Callbacks may change at any time. */
export interface MarkdownEditorProps {
  /** Which text this is; another id starts a new page with its own undo history. */
  readonly documentId: string;
  /** The text the page starts with. Later values are ignored, the page is the truth, until `revision` changes. */
  readonly value: string;
  /** Another number: the text was changed elsewhere, and the page takes `value` over. */
  readonly revision?: number;
  /** The whole text, at pauses in typing, on blur, and when the page goes away. Line breaks are as they came. */
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  /** The page's name for screen readers. */
  readonly ariaLabel: string;
  readonly autoFocus?: boolean;
  /** Placed when the array changes, and then moving with the words: keep the same array while nothing new was found. */
  readonly marks?: readonly InsightMark[];
  /** The text `marks` were found in. Where it differs from the page they are moved or dropped; absent, it is the page. */
  readonly marksText?: string;
  readonly onMarkClick?: (id: string) => void;
  readonly completions?: Completions;
  /** What is offered behind a slash besides Markdown. */
  readonly slashItems?: readonly SlashItem[];
  /** An http(s) or mailto address was opened (Mod+click, Mod+Enter). */
  readonly onOpenLink?: (target: string) => void;
  /** A `[[page]]`, `#tag` or `@person` was opened. */
  readonly onOpenReference?: (kind: 'page' | 'tag' | 'person', name: string) => void;
  /** Keeps what is dropped and pasted, and shows what was kept; without it pictures are only named. */
  readonly files?: EditorFiles;
  readonly onToggleTask?: (task: ToggledTask) => void;
  /** Lines have moved: ask `markTop` again. At most once a frame. */
  readonly onLayoutChange?: () => void;
  readonly ref?: Ref<MarkdownEditorHandle>;
}

/** What can be asked of an open page. */
export interface MarkdownEditorHandle {
  focus(): void;
  /** Selects a stretch (UTF-16 offsets into the text) and brings it to the middle of the view. */
  reveal(from: number, to: number): void;
  /** Keeps these and writes links to them where the cursor is. */
  attach(files: readonly File[]): void;
  /** Asks for files with the system's dialog and attaches them. */
  chooseFiles(): void;
  /** The selected words; empty where nothing or more than a line is selected. */
  selectedText(): string;
  /** Marks what is looked for, or nothing any more. @returns how often it is there, counted up to some thousand */
  find(query: FindQuery | null): number;
  /** Brings a match into view and selects it; null leaves the one that was. */
  showMatch(index: number | null): void;
  /** The match at or after the cursor. */
  matchFrom(): number;
  /** @returns how many were replaced */
  replaceMatches(index: number | 'all', text: string): number;
  /** The text as it is at this moment. */
  getText(): string;
  /** How far below the top of the page a mark begins, in px; null when its words are gone. */
  markTop(id: string): number | null;
}
