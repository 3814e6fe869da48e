import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A forbidden import: `file` must not import `specifier`. */
export interface Violation {
  readonly file: string;
  readonly specifier: string;
  readonly rule: string;
}

interface Rule {
  /** Which files it holds for; the first rule that matches a file is its room. */
  readonly room: RegExp;
  readonly name: string;
  /** What the room may import: files of the project by path, packages by name. Its own room is always allowed. */
  readonly may: readonly RegExp[];
}

const CONTRACT = /^preload\/contract\//;
const DOMAIN = /^main\/domain\//;
const DRIZZLE = /^pkg:drizzle-orm/;
const FEATURE_FRAME = /^main\/features\/(feature|refusal|job-counter)\.ts$/;
const ANY_FEATURE_INDEX = /^main\/features\/[^/]+\/index\.ts$/;
const ORPC_SERVER = /^pkg:(@orpc\/server|zod)/;

/** ARCHITECTURE.md, "Who may import whom". Type-only imports count. */
const RULES: readonly Rule[] = [
  { name: 'contract', room: CONTRACT, may: [/^pkg:(zod|@orpc\/contract)$/] },
  { name: 'preload', room: /^preload\//, may: [/^pkg:electron$/] },
  { name: 'schema', room: /^db\/schema\//, may: [CONTRACT, DRIZZLE] },
  {
    name: 'queries',
    room: /^db\/queries\//,
    may: [CONTRACT, DRIZZLE, /^db\/schema\//, /^db\/store\/(handles|rows|search-text|entry-names)\.ts$/],
  },
  { name: 'store', room: /^db\/store\//, may: [DRIZZLE, /^db\/schema\//, /^pkg:(better-sqlite3|node:)/] },
  { name: 'domain', room: DOMAIN, may: [CONTRACT, /^pkg:temporal-polyfill$/] },
  { name: 'ports', room: /^main\/ports\//, may: [CONTRACT] },
  {
    name: 'ledger',
    room: /^main\/ledger\//,
    may: [DOMAIN, CONTRACT, /^main\/ports\//, /^db\//, /^pkg:(drizzle-orm|node:crypto)/],
  },
  {
    name: 'feature frame',
    room: FEATURE_FRAME,
    may: [CONTRACT, DOMAIN, /^main\/(ports|ledger)\//, /^db\/(queries|store)\//, ORPC_SERVER, /^pkg:node:crypto$/],
  },
  {
    name: 'feature',
    room: /^main\/features\//,
    may: [
      CONTRACT,
      DOMAIN,
      /^main\/(ports|ledger)\//,
      /^db\/(queries|store)\//,
      FEATURE_FRAME,
      ANY_FEATURE_INDEX,
      ORPC_SERVER,
      /^pkg:node:(fs|path|crypto|zlib)/,
      /^pkg:(yaml|papaparse|fflate)$/,
    ],
  },
  {
    name: 'core',
    room: /^main\/core\//,
    may: [
      CONTRACT,
      /^db\//,
      /^main\/(domain|ledger|features|ports|providers)\//,
      /^pkg:(@orpc\/server|ws|better-sqlite3|nodemailer|zod|node:)/,
    ],
  },
  {
    name: 'host-electron',
    room: /^main\/host-electron\//,
    may: [CONTRACT, /^main\/(core|ports|domain)\//, /^pkg:(electron|electron-store|node:)/],
  },
  {
    name: 'host',
    room: /^main\/host-/,
    may: [CONTRACT, /^main\/(core|ports|domain)\//, /^pkg:(ws|node-notifier|node:)/],
  },
  { name: 'ui', room: /^renderer\/ui\//, may: [CONTRACT, /^pkg:(?!electron|node:|@orpc)/] },
  { name: 'renderer data', room: /^renderer\/data\//, may: [CONTRACT, /^renderer\/ui\//, /^pkg:(?!electron|node:)/] },
  {
    name: 'screen',
    room: /^renderer\/features\//,
    may: [
      CONTRACT,
      /^renderer\/(ui|data)\//,
      /^renderer\/features\/[^/]+\/index\.tsx?$/,
      /^pkg:(?!electron|node:|@orpc)/,
    ],
  },
  {
    name: 'app',
    room: /^renderer\/app\//,
    may: [CONTRACT, /^renderer\/(ui|data|features)\//, /^resources\//, /^pkg:(?!electron|node:|@orpc)/],
  },
];

/** Rooms that may not even name these, whatever they import elsewhere. */
const CLOCKLESS = /^(main\/domain|db\/queries|db\/schema|main\/features)\//;

/**
 * Reads every source file below `root` and reports what the rules forbid: imports across rooms, a folder of a feature
 * reached past its index, clocks where time must come from the port, and files in no room at all.
 */
export function findViolations(root: string): Violation[] {
  return ['preload', 'db', 'main', 'renderer']
    .flatMap((top) => sourceFiles(root, top))
    .flatMap((file) => violationsOf(root, file));
}

function violationsOf(root: string, file: string): Violation[] {
  const rule = RULES.find(({ room }) => room.test(file));
  if (!rule) return [{ file, specifier: '', rule: 'belongs to no room' }];
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const found: Violation[] = [];
  for (const { fileName: specifier } of ts.preProcessFile(text, true, true).importedFiles) {
    if (specifier.endsWith('.css')) continue;
    const target = resolve(file, specifier);
    if (target === null || isOwnRoom(rule, file, target)) continue;
    if (!rule.may.some((allowed) => allowed.test(target))) found.push({ file, specifier, rule: rule.name });
  }
  if (CLOCKLESS.test(file) && /\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b/.test(text))
    found.push({ file, specifier: 'the clock', rule: `${rule.name} takes time from its caller` });
  return found;
}

/** A file's own room is open to it; of features and screens only its own folder is. */
function isOwnRoom(rule: Rule, file: string, target: string): boolean {
  if (target.startsWith('pkg:') || !rule.room.test(target)) return false;
  if (rule.name !== 'feature' && rule.name !== 'screen') return true;
  return file.split('/')[2] === target.split('/')[2];
}

const ALIASES: Readonly<Record<string, string>> = {
  '#contract/': 'preload/contract/',
  '#db/': 'db/',
  '#main/': 'main/',
};

/** @returns a path from the root, or `pkg:name` */
function resolve(file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  if (specifier.startsWith('#renderer/')) return `renderer/${specifier.slice('#renderer/'.length)}`;
  for (const [alias, folder] of Object.entries(ALIASES))
    if (specifier.startsWith(alias)) return `${folder}${specifier.slice(alias.length)}.ts`;
  return `pkg:${specifier}`;
}

function sourceFiles(root: string, folder: string): string[] {
  const absolute = path.join(root, folder);
  if (!fs.existsSync(absolute)) return [];
  return fs.readdirSync(absolute, { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(root, file);
    return /\.tsx?$/.test(entry.name) ? [file] : [];
  });
}
