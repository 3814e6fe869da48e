import type { MoodLabel } from '#contract/insights';

/** The words of the moods 1 to 5. */
export const moodWords = ['low', 'tense', 'even', 'light', 'bright'] as const satisfies readonly MoodLabel[];

/** The word of a mood from 1 to 5. */
export const moodWord = (mood: number): MoodLabel => moodWords[mood - 1] ?? 'even';
