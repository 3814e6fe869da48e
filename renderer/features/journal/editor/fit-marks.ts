/** A stretch of text, UTF-16 offsets, `to` exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Moves stretches found in one text to where the same words stand in a later one. What lies before the first difference
 * stays, what lies behind the last one moves along, and what touches the part that changed is dropped: the sentence is no
 * longer the one that was read.
 */
export function fitMarks<T extends Stretch>(marks: readonly T[], foundIn: string, now: string): readonly T[] {
  if (foundIn === now) return marks.filter((mark) => mark.from < mark.to && mark.to <= now.length);
  const shorter = Math.min(foundIn.length, now.length);
  let head = 0;
  while (head < shorter && foundIn.charCodeAt(head) === now.charCodeAt(head)) head += 1;
  // Both ends are measured on their own: in "two three" cut to "three" the t could belong to either.
  let tail = 0;
  while (tail < shorter && foundIn.charCodeAt(foundIn.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)) {
    tail += 1;
  }
  const shift = now.length - foundIn.length;
  const changedTo = foundIn.length - tail;
  return marks.flatMap((mark) => {
    if (mark.from >= mark.to || mark.to > foundIn.length) return [];
    if (mark.to <= head) return [mark];
    return mark.from >= changedTo ? [{ ...mark, from: mark.from + shift, to: mark.to + shift }] : [];
  });
}
