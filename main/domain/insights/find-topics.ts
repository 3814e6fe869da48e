import type { TextInsights } from '#contract/insights';
import type { JournalText } from './journal-text.ts';
import { NOT_PEOPLE } from './lexicon/names.ts';
import { NO_TOPIC, TOPICS_BY_WORD } from './lexicon/topics.ts';
import { stemOf } from './words.ts';

type FoundTopic = TextInsights['topics'][number];

interface Count {
  from: number;
  to: number;
  name: string;
  score: number;
}

/** At most this many topics that were not marked by hand. */
const MAX_GUESSED = 4;
const MARKED = /(?<![\p{L}\p{N}&/])#([\p{L}][\p{L}\p{N}_/-]{0,48})|\[\[([^[\]|\n]{1,80})(?:\|[^[\]\n]{0,80})?\]\]/gu;

/**
 * What a text is about: its #tags and [[links]] (score 1), then subjects its words speak of and words it keeps coming
 * back to, best first (below 1).
 */
export function findTopics(journal: JournalText, people: readonly string[]): FoundTopic[] {
  const topics = new Map<string, Count>();
  for (const match of journal.text.matchAll(MARKED)) {
    const name = (match[1] ?? match[2] ?? '').trim();
    const key = name.toLowerCase();
    if (name !== '' && !topics.has(key))
      topics.set(key, { from: match.index, to: match.index + match[0].length, name, score: 1 });
  }
  for (const guess of guesses(journal, people)) {
    if (!topics.has(guess.name)) topics.set(guess.name, guess);
  }
  return [...topics.values()].map(({ from, to, name, score }) => ({
    from,
    to,
    quote: journal.text.slice(from, to),
    name,
    score,
  }));
}

function guesses(journal: JournalText, people: readonly string[]): Count[] {
  const names = new Set(people.flatMap((name) => name.toLowerCase().split(/\s+/u)));
  const subjects = new Map<string, Count & { words: Set<string> }>();
  const words = new Map<string, Count>();
  let total = 0;
  for (const sentence of journal.sentences) {
    for (const word of sentence.words) {
      total += 1;
      const lower = word.lower.replace(/'s$/u, '');
      const stem = stemOf(lower);
      for (const topic of TOPICS_BY_WORD.get(lower) ?? TOPICS_BY_WORD.get(stem) ?? []) {
        const known = subjects.get(topic) ?? {
          from: word.from,
          to: word.to,
          name: topic,
          score: 0,
          words: new Set<string>(),
        };
        known.score += (known.words.has(stem) ? 0.5 : 1) + (lower === topic ? 0.6 : 0);
        known.words.add(stem);
        subjects.set(topic, known);
      }
      if (
        stem.length < 4 ||
        NO_TOPIC.has(lower) ||
        NO_TOPIC.has(stem) ||
        names.has(lower) ||
        NOT_PEOPLE.has(lower) ||
        /\d|'/u.test(stem)
      )
        continue;
      const known = words.get(stem) ?? { from: word.from, to: word.to, name: lower, score: 0 };
      known.score += 1;
      words.set(stem, known);
    }
  }
  const repeated = [...words.values()].filter((count) => count.score >= Math.max(3, total / 300));
  const scored = [
    ...[...subjects.values()].filter((subject) => subject.score >= 2),
    ...repeated.map((count) => ({ ...count, score: count.score * 0.8 })),
  ];
  const best = scored.sort((a, b) => b.score - a.score || a.from - b.from).slice(0, MAX_GUESSED * 2);
  const unique = best
    .filter((count, index) => best.findIndex((other) => stemOf(other.name) === stemOf(count.name)) === index)
    .slice(0, MAX_GUESSED);
  const top = unique[0]?.score ?? 1;
  return unique.map(({ from, to, name, score }) => ({
    from,
    to,
    name,
    score: Math.round((score / Math.max(top, 1)) * 90) / 100,
  }));
}
