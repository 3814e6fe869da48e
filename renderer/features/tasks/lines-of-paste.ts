/** The lines of a pasted text, without the marks lists have in other programs: "- [ ] ", "* ", "1. ". */
export function linesOfPaste(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.replace(/^\s*(?:[-*+•]\s+(?:\[[ xX]\]\s+)?|\d{1,3}[.)]\s+|\[[ xX]\]\s+)?/u, '').trim())
    .filter((line) => line !== '');
}
