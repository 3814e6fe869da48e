import type { Clock } from '#main/ports/clock'; export type A = Clock;
