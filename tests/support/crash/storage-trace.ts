/** What the storage layer asked of the system, in order, as strace saw it. */
export type TraceOp =
  | { readonly op: 'write'; readonly file: string; readonly at: number; readonly data: Buffer }
  | { readonly op: 'truncate'; readonly file: string; readonly length: number }
  | { readonly op: 'sync'; readonly file: string }
  | { readonly op: 'unlink'; readonly file: string }
  | { readonly op: 'rename'; readonly file: string; readonly to: string }
  /** The process said on its standard output that something is safe. */
  | { readonly op: 'said'; readonly text: string };

/** What strace must record for {@link parseTrace}. */
export const STRACE_ARGS = [
  '-f',
  '-y',
  '-xx',
  '-s',
  '70000',
  '-qq',
  '-e',
  'trace=pwrite64,write,pwritev,writev,ftruncate,fdatasync,fsync,rename,renameat,renameat2,unlink,unlinkat',
  '-e',
  'signal=none',
] as const;

/**
 * Reads strace's output.
 *
 * @param isOurs which files count; all others are left out
 * @throws Error when a write of ours was recorded in a shape this can't replay: a trace with holes proves nothing
 */
export function parseTrace(text: string, isOurs: (file: string) => boolean): TraceOp[] {
  const unfinished = new Map<string, string>();
  const ops: TraceOp[] = [];
  for (const raw of text.split('\n')) {
    const [, pid = '', rest = ''] = /^(?:\[pid\s+)?(\d+)\]?\s+(.*)$/.exec(raw) ?? ['', '', raw];
    if (rest.endsWith('<unfinished ...>')) {
      unfinished.set(pid, rest.slice(0, -'<unfinished ...>'.length));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>\s?(.*)$/.exec(rest);
    const line = resumed ? (unfinished.get(pid) ?? '') + resumed[1] : rest;
    const op = parseCall(line, isOurs);
    if (op) ops.push(op);
  }
  return ops;
}

const HEX = /(?:\\x[0-9a-f]{2})*/.source;

function parseCall(line: string, isOurs: (file: string) => boolean): TraceOp | null {
  const said = new RegExp(`^write\\(1<[^>]*>, "(${HEX})", \\d+\\s*\\)\\s+= \\d+`).exec(line);
  if (said) return { op: 'said', text: bytes(said[1]!).toString() };
  const call = /^(\w+)\((?:\d+<([^>]*)>|(?:AT_FDCWD[^,]*, )?"((?:\\x[0-9a-f]{2})*)")/.exec(line);
  if (!call) return null;
  const [, name, path, quoted] = call;
  const file = path === undefined ? bytes(quoted ?? '').toString() : unescape(path);
  if (!isOurs(file) || !/=\s+\d+/.test(line)) return null;
  switch (name) {
    case 'pwrite64': {
      const match = new RegExp(`"(${HEX})", (\\d+), (\\d+)\\s*\\)\\s+= (\\d+)`).exec(line);
      if (!match || match[2] !== match[4] || bytes(match[1]!).length !== Number(match[2])) break;
      return { op: 'write', file, at: Number(match[3]), data: bytes(match[1]!) };
    }
    case 'ftruncate': {
      const match = /, (\d+)\s*\)\s+= 0/.exec(line);
      if (!match) break;
      return { op: 'truncate', file, length: Number(match[1]) };
    }
    case 'fdatasync':
    case 'fsync':
      return { op: 'sync', file };
    case 'unlink':
    case 'unlinkat':
      return { op: 'unlink', file };
    case 'rename':
    case 'renameat':
    case 'renameat2': {
      const quotedNames = [...line.matchAll(new RegExp(`"(${HEX})"`, 'g'))].map((match) => bytes(match[1]!).toString());
      if (quotedNames.length !== 2) break;
      return { op: 'rename', file: quotedNames[0]!, to: quotedNames[1]! };
    }
    default:
  }
  throw new Error(`the trace has a call this can't replay: ${line.slice(0, 20)} … ${line.slice(-80)}`);
}

const bytes = (escaped: string): Buffer => Buffer.from(escaped.replaceAll('\\x', ''), 'hex');
/** strace -xx also escapes the names of descriptors. */
const unescape = (name: string): string => (name.includes('\\x') ? bytes(name).toString() : name);
