import { benchBridge } from './bridge.ts';
import { benchCalendar } from './calendar.ts';
import { benchCalendarStep } from './calendar-step.ts';
import { benchImportCorpus } from './import-corpus.ts';
import { benchImport } from './import.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { benchTasks } from './tasks.ts';
import { benchTenYears } from './ten-years.ts';
import { benchTime } from './time.ts';
import { benchWrites } from './write.ts';

// `npm run bench [-- NAME ...]`: every figure as a ratio against something measured in the same run. Nothing here passes or
// fails by the clock.

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  start: benchStart,
  bridge: benchBridge,
  write: benchWrites,
  tasks: benchTasks,
  import: benchImport,
  'import-corpus': benchImportCorpus,
  calendar: benchCalendar,
  'ten-years': benchTenYears,
  'calendar-step': benchCalendarStep,
  time: benchTime,
  search: async () => void (await benchSearch()),
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in BENCHES));
if (unknown !== undefined) {
  process.stderr.write(`There is no bench "${unknown}"; there are ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(2);
}
for (const [name, run] of Object.entries(BENCHES)) if (wanted.length === 0 || wanted.includes(name)) await run();
