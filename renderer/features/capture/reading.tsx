import type { FiledThing, ReadItem } from '#contract/capture';
import { useGoTo } from '#renderer/data/navigation.ts';
import { colorClass } from '#renderer/ui/colors.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { colorOfItem, colorOfPlace, refusalOf } from './item-looks.ts';
import styles from './reading.module.css';

/** More than these are counted, not shown. */
const MOST_SHOWN = 24;

interface ReadingProps {
  readonly items: readonly ReadItem[];
  readonly onRefuse: (item: ReadItem) => void;
}

/** What the text was understood as, thing by thing; a cross leaves one as words. */
export function Reading({ items, onRefuse }: ReadingProps) {
  const notes = [...new Set(items.flatMap(({ note }) => note ?? []))];
  const hidden = items.length - MOST_SHOWN;
  return (
    <div className={styles.reading}>
      <ul className={styles.list} aria-label="Understood as">
        {items.slice(0, MOST_SHOWN).map((item) => {
          const refusal = refusalOf(item);
          return (
            <li key={`${item.from} ${item.kind}`} className={clsx(styles.chip, colorClass(colorOfItem(item)))}>
              <span className={styles.dot} />
              <span className={styles.words}>{item.words}</span>
              {refusal !== undefined && (
                <IconButton
                  icon={X}
                  label={refusal}
                  tooltipSide="top"
                  className={styles.refuse}
                  onClick={() => onRefuse(item)}
                />
              )}
            </li>
          );
        })}
        {hidden > 0 && <li className={styles.more}>and {formatCount(hidden, { one: 'other', other: 'others' })}</li>}
      </ul>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </div>
  );
}

/** What was filed, each a way there. */
export function Receipt({ filed }: { readonly filed: readonly FiledThing[] }) {
  const goTo = useGoTo();
  const hidden = filed.length - MOST_SHOWN;
  return (
    <div className={styles.reading}>
      <ul className={styles.list} aria-label="Filed">
        {filed.slice(0, MOST_SHOWN).map(({ id, place, title, words, route }) => (
          <li key={id} className={clsx(styles.chip, colorClass(colorOfPlace(place)))}>
            <button type="button" className={styles.open} onClick={() => goTo(route)}>
              <span className={styles.dot} />
              <span className={styles.title}>{title}</span>
              <span className={styles.words}>{words}</span>
            </button>
          </li>
        ))}
        {hidden > 0 && <li className={styles.more}>and {formatCount(hidden, { one: 'other', other: 'others' })}</li>}
      </ul>
    </div>
  );
}
