import { type ReadFormat, problem } from '../found.ts';
import type { SourceFile } from '../source.ts';
import { textOf } from '../text-of.ts';
import { linker, noteOf } from './markdown.ts';

const TEXT = /^text\.(md|markdown|mdown|txt)$/i;

/** Whether a file is the text of a bundle (textbundle.org), as Bear, Ulysses and iA Writer write them. */
export const isBundleText = (file: SourceFile): boolean =>
  (TEXT.test(file.name) && /\.textbundle\//i.test(file.path)) ||
  (TEXT.test(file.name) && /\.textpack\//i.test(file.path));

interface BundleInfo {
  readonly [key: string]: unknown;
}

/** Notes in bundles, with what Bear says of them. */
export const readTextBundle: ReadFormat = function* (source, context) {
  const links = linker(source, context);
  const infos = new Map(
    source.files.filter(({ name }) => name === 'info.json').map((file) => [folderOf(file.path), file]),
  );
  for (const file of source.files) {
    if (!isBundleText(file)) continue;
    const folder = folderOf(file.path);
    const read = textOf(file.read());
    if (!read) {
      yield problem(folder, 'Its text can’t be read.');
      continue;
    }
    const info = infoOf(infos.get(folder));
    const bear = (info['net.shinyfrog.bear'] ?? {}) as BundleInfo;
    if (bear['trashed'] === 1 || bear['trashed'] === true) {
      yield problem(titleOf(folder), 'It lies in Bear’s trash.');
      continue;
    }
    const made = typeof bear['creationDate'] === 'string' ? Date.parse(bear['creationDate']) : Number.NaN;
    const id = bear['uniqueIdentifier'];
    yield (
      noteOf(file, read.text, context, links, {
        key: typeof id === 'string' ? id : folder,
        title: titleOf(folder),
        ...(Number.isNaN(made) ? {} : { atMs: made }),
      }) ?? problem(titleOf(folder), 'It is empty.')
    );
  }
};

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const titleOf = (folder: string): string =>
  folder.slice(folder.lastIndexOf('/') + 1).replace(/\.text(bundle|pack)$/i, '');

function infoOf(file: SourceFile | undefined): BundleInfo {
  try {
    const value: unknown = file ? JSON.parse(textOf(file.read())?.text ?? '') : {};
    return typeof value === 'object' && value !== null ? (value as BundleInfo) : {};
  } catch {
    return {};
  }
}
