/**
 * How many letters must be changed, added, left out or swapped with their neighbour to make one word the other (optimal
 * string alignment, https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance); null when more than `most`.
 */
export function distanceWithin(one: string, other: string, most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null;
  let before: number[] = [];
  let last: number[] = [];
  let row: number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    [before, last, row] = [last, row, [at]];
    let least = at;
    for (let to = 1; to <= other.length; to += 1) {
      const isSame = one[at - 1] === other[to - 1];
      let cost = Math.min(last[to]! + 1, row[to - 1]! + 1, last[to - 1]! + (isSame ? 0 : 1));
      const isSwap = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      if (isSwap) cost = Math.min(cost, before[to - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return null;
  }
  const distance = row.at(-1)!;
  return distance > most ? null : distance;
}
