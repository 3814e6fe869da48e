import type { Reading, ReadingContext } from '#contract/capture';
import { findDates } from './dates.ts';
export function readText(text: string, context: ReadingContext): Reading {
  return { dates: [...findDates(text, context)], items: [] };
}
