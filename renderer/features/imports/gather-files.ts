/** A file that was chosen, with its path within what was chosen. */
export interface GatheredFile {
  readonly path: string;
  readonly file: File;
}

export interface Gathered {
  /** What was chosen, as it is called: a folder's or a file's name. */
  readonly name: string;
  readonly files: readonly GatheredFile[];
}

/** Files of a file field; of a folder with the paths in it. */
export function gatherChosen(chosen: Iterable<File>): Gathered {
  const files = Array.from(chosen, (file) => ({ path: file.webkitRelativePath || file.name, file }));
  return { name: nameOf(files), files };
}

/** What was dropped: files, and folders with everything in them. */
export async function gatherDropped(transfer: DataTransfer): Promise<Gathered> {
  // The list is gone after the first pause, so the entries are taken at once.
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  // A file that another page or program makes up on the way has no place in a file system.
  if (entries.length === 0) return gatherChosen(transfer.files);
  const files = (await Promise.all(entries.map((entry) => filesBelow(entry)))).flat();
  return { name: nameOf(files), files };
}

function nameOf(files: readonly GatheredFile[]): string {
  const tops = [...new Set(files.map(({ path }) => path.split('/')[0]!))];
  return tops.length > 3 ? `${tops.slice(0, 3).join(', ')} and ${tops.length - 3} more` : tops.join(', ');
}

/** Deeper is no folder of notes but a loop. */
const DEEPEST = 40;

async function filesBelow(entry: FileSystemEntry, above = '', depth = 0): Promise<GatheredFile[]> {
  const path = above === '' ? entry.name : `${above}/${entry.name}`;
  if (isFile(entry)) return [{ path, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) }];
  if (!isFolder(entry) || depth > DEEPEST || /^(\.git|node_modules)$/.test(entry.name)) return [];
  const reader = entry.createReader();
  const found: GatheredFile[] = [];
  for (;;) {
    // A reader gives a hundred at a time, and none at the end.
    const children = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (children.length === 0) return found;
    for (const child of children) found.push(...(await filesBelow(child, path, depth + 1)));
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
