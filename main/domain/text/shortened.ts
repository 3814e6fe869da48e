/**
 * A text of at most `most` UTF-16 units, an ellipsis counted, whose end was not torn: half an emoji would show as a
 * replacement character, and a joiner would wait for a next one.
 */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\p{Cs}\u200D]+$/u, '')
    .trimEnd()}…`;
}
