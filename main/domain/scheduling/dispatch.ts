import { UNIT_MIN } from './objective.ts';
import type { Problem } from './problem.ts';

/**
 * An order by apparent tardiness cost (Vepsalainen and Morton 1987): again and again the job with the most to lose per
 * minute of its length goes next.
 *
 * @param foresight how many mean lengths ahead a deadline is felt
 */
export function dispatch(problem: Problem, foresight: number): Int32Array {
  const { jobs, wait, late } = problem;
  const meanUnits = jobs.reduce((sum, job) => sum + job.rule.totalMin / UNIT_MIN, 0) / jobs.length;
  const order = new Int32Array(jobs.length);
  const isPlaced = new Uint8Array(jobs.length);
  let elapsed = 0;
  for (let position = 0; position < jobs.length; position += 1) {
    let chosen = -1;
    let highest = Number.NEGATIVE_INFINITY;
    for (const [index, job] of jobs.entries()) {
      if (isPlaced[index] === 1 || job.before.some((awaited) => isPlaced[awaited] === 0)) continue;
      const units = Math.max(job.rule.totalMin, 1) / UNIT_MIN;
      const slack = Math.max(0, job.due - units - elapsed);
      const urgency = (job.weight / units) * (wait + late * Math.exp(-slack / (foresight * meanUnits)));
      if (urgency > highest) {
        highest = urgency;
        chosen = index;
      }
    }
    order[position] = chosen;
    isPlaced[chosen] = 1;
    elapsed += (jobs[chosen]?.rule.totalMin ?? 0) / UNIT_MIN;
  }
  return order;
}
