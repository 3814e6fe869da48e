import { placeAt } from '../days-of.ts';
import {
  type FormatContext,
  type FoundEntry,
  type Problem,
  type ReadFormat,
  blocks,
  hashOf,
  problem,
  tagLine,
  titleLine,
} from '../found.ts';
import type { SourceFile } from '../source.ts';
import { textOf } from '../text-of.ts';

interface KeepNote {
  readonly title?: unknown;
  readonly textContent?: unknown;
  readonly listContent?: readonly { readonly text?: string; readonly isChecked?: boolean }[];
  readonly labels?: readonly { readonly name?: string }[];
  readonly isTrashed?: boolean;
  readonly isPinned?: boolean;
  readonly isArchived?: boolean;
  readonly createdTimestampUsec?: number;
  readonly userEditedTimestampUsec?: number;
  readonly attachments?: readonly { readonly filePath?: string }[];
  readonly annotations?: readonly { readonly url?: string; readonly title?: string }[];
}

export const isKeepNote = (text: string): boolean => /^\s*\{/.test(text) && /"userEditedTimestampUsec"\s*:/.test(text);

/** The notes of a Takeout of Google Keep: a JSON for each. */
export const readKeep: ReadFormat = function* (source, context) {
  const files = new Map(source.files.map((file) => [file.path.toLowerCase(), file]));
  for (const file of source.files) if (file.extension === 'json') yield noteOf(file, files, context);
};

function noteOf(
  file: SourceFile,
  files: ReadonlyMap<string, SourceFile>,
  context: FormatContext,
): FoundEntry | Problem {
  const text = textOf(file.read())?.text ?? '';
  if (!isKeepNote(text)) return problem(file.path, 'It is no note of Google Keep.');
  let note: KeepNote;
  try {
    note = JSON.parse(text) as KeepNote;
  } catch {
    return problem(file.path, 'It is damaged.');
  }
  const title = titleLine(typeof note.title === 'string' ? note.title : '');
  if (note.isTrashed === true) return problem(title || file.name, 'It lies in Keep’s trash.');
  const list = (Array.isArray(note.listContent) ? note.listContent : []).map(
    (item) => `- [${item.isChecked === true ? 'x' : ' '}] ${titleLine(String(item.text ?? ''))}`,
  );
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1).toLowerCase();
  const pictures = (note.attachments ?? []).flatMap(({ filePath = '' }) => {
    // Keep says .jpeg in the note for what it wrote as .jpg.
    const found =
      files.get(folder + filePath.toLowerCase()) ??
      files.get(folder + filePath.toLowerCase().replace(/\.jpeg$/, '.jpg'));
    if (!found) return [`*(${filePath}, which is not in the export)*`];
    return [
      /^(png|jpe?g|gif|webp)$/.test(found.extension)
        ? `![](${context.attach(found)})`
        : `[${found.name}](${context.attach(found)})`,
    ];
  });
  const links = (note.annotations ?? []).flatMap(({ url, title: name }) =>
    typeof url === 'string' && !text.includes(`${url} `)
      ? [`[${titleLine(name ?? url).replaceAll(/[[\]]/g, ' ')}](${url})`]
      : [],
  );
  const written = typeof note.textContent === 'string' ? note.textContent : '';
  const tags = [
    ...(note.labels ?? []).flatMap(({ name }) => name ?? []),
    ...(note.isPinned === true ? ['pinned'] : []),
    ...(note.isArchived === true ? ['archived'] : []),
  ];
  const body = blocks(
    title === '' ? '' : `# ${title}`,
    written,
    list.join('\n'),
    pictures.join('\n\n'),
    links.join('\n'),
    tagLine(written, tags),
  );
  if (body === '') return problem(file.name, 'It is empty.');
  const atUsec = Number(note.createdTimestampUsec ?? note.userEditedTimestampUsec);
  return {
    kind: 'entry',
    key: `${note.createdTimestampUsec ?? ''} ${file.name}`,
    hash: hashOf(note),
    title: title || titleLine(written.slice(0, 100)) || file.name,
    ...placeAt(Number.isFinite(atUsec) ? Math.floor(atUsec / 1_000) : file.modifiedMs, context),
    mood: null,
    body,
  };
}
