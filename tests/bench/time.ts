import { grammarAccuracy } from './grammar-accuracy.ts';
import { benchRecurrence } from './recurrence.ts';

/** What is understood of time, beside chrono-node on the same cases, and how fast; then the recurrences (goal P7). */
export async function benchTime(): Promise<void> {
  process.stdout.write('Time: plain language\n');
  grammarAccuracy();
  await benchRecurrence();
}
