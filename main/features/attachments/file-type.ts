import { PICTURE_TYPES } from '#contract/attachments';

/** Of files people attach; what is in neither list is just bytes. */
const OTHER_TYPES: Readonly<Record<string, string>> = {
  heic: 'image/heic',
  tiff: 'image/tiff',
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
  zip: 'application/zip',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
};
const TYPES: Readonly<Record<string, string>> = { ...PICTURE_TYPES, ...OTHER_TYPES };

/**
 * What the system would start rather than show. A dropped file is the user's own, but one that came in with somebody's notes
 * is not.
 */
const PROGRAMS: ReadonlySet<string> = new Set(
  (
    'app appimage bat bin cmd com command cpl desktop dll dmg exe gadget hta inf jar js jse lnk msc msi msp pif pl ps1 py rb ' +
    'reg run scf scr sh terminal url vb vbe vbs webloc workflow ws wsf wsh'
  ).split(' '),
);

/** The extension a file is kept under: its own, else that of the type it was given with, else `bin`. */
export function extensionOf(name: string, mime: string): string {
  const own = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  if (own !== undefined) return own;
  const type = mime.split(';')[0]!.trim().toLowerCase();
  return Object.keys(TYPES).find((extension) => TYPES[extension] === type) ?? 'bin';
}

export const typeOf = (extension: string): string => TYPES[extension] ?? 'application/octet-stream';

/** Whether the system would run a file with this extension. */
export const isProgram = (extension: string): boolean => PROGRAMS.has(extension);
