import { api } from '#renderer/data/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { partWords, withoutPart } from './condition-words.ts';
import styles from './search-screen.module.css';

interface UnderstoodProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
}

/** How the question is understood: its conditions as chips to take away, and what was not understood, with a way on. */
export function Understood({ query, onChange }: UnderstoodProps) {
  const { data } = useQuery({
    ...api.search.understand.queryOptions({ input: { query } }),
    enabled: query.trim() !== '',
    placeholderData: keepPreviousData,
  });
  if (!data || query.trim() === '') return null;
  const chips = data.parts.filter(
    ({ role, isExcluded, to }) => (role === 'condition' || isExcluded) && to <= query.length,
  );
  const problems = data.problems.filter(({ isUnfinished }) => !isUnfinished);
  if (chips.length === 0 && problems.length === 0) return null;
  return (
    <div className={styles.understood}>
      {chips.length > 0 && (
        <div role="group" aria-label="Understood as" className={styles.kinds}>
          {chips.map((part) => (
            <Chip key={`${part.from} ${part.to}`} onRemove={() => onChange(withoutPart(query, part))}>
              {part.role === 'condition' ? partWords(part) : `Not: ${query.slice(part.from + 1, part.to)}`}
            </Chip>
          ))}
        </div>
      )}
      {problems.map((problem) => (
        <p key={problem.from} role="status" className={styles.problem}>
          {problem.message}
          {problem.suggestion !== null && (
            <Button
              size="small"
              onClick={() => onChange(`${query.slice(0, problem.from)}${problem.suggestion}${query.slice(problem.to)}`)}
            >
              {`Use ${problem.suggestion}`}
            </Button>
          )}
        </p>
      ))}
    </div>
  );
}
