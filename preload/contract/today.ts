import { z } from 'zod';
import { call } from './refusals.ts';
import { day, instantMs, zoneName } from './time.ts';

const bounds = { startMs: instantMs, endMs: instantMs };

export const todayContract = {
  /** The user's day at this moment, with its first and its (exclusive) last instant: 23 to 25 hours, by zone and day start. */
  now: call.output(z.object({ day, zone: zoneName, ...bounds })),
  /** The first and the (exclusive) last instant of any day. */
  bounds: call.input(z.object({ day })).output(z.object(bounds)),
};
