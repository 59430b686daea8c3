/** Where notes stand in a margin: beside their words, without overlap, moved as little as possible. */

/**
 * The top of each note.
 *
 * Notes that would overlap are pushed together into one run, which stands where its notes are, on the mean, nearest to their words.
 *
 * @param wanted - top of the words of each note, ascending.
 * @param heights - of the notes.
 * @param gap - between two notes.
 */
export function placeNotes(wanted: readonly number[], heights: readonly number[], gap: number): number[] {
  const runs: { first: number; offsets: number[]; sum: number; height: number }[] = [];
  const getTop = (run: { sum: number; offsets: number[] }) => Math.max(0, run.sum / run.offsets.length);
  wanted.forEach((top, number) => {
    runs.push({ first: number, offsets: [0], sum: top, height: heights[number]! + gap });
    for (let last = runs.length - 1; last > 0; last -= 1) {
      const [above, below] = [runs[last - 1]!, runs[last]!];
      if (getTop(above) + above.height <= getTop(below)) break;
      above.offsets.push(...below.offsets.map((offset) => offset + above.height));
      above.sum += below.sum - above.height * below.offsets.length;
      above.height += below.height;
      runs.pop();
    }
  });
  return runs.flatMap((run) => run.offsets.map((offset) => Math.round(getTop(run) + offset)));
}
