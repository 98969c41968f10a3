/**
 * What drawings of figures share: marks on axes, names that keep apart.
 * In and out: picture units, y downwards; sizes of type in the same units.
 */
export interface Mark {
  readonly at: number;
  readonly text: string;
}

export const WIDTH_OF_CHARACTER = 0.58;

export function widthOf(text: string, size: number): number {
  return text.length * size * WIDTH_OF_CHARACTER;
}

/** Marks that would touch the one before are left out. A text of two lines is as wide as the longer one. */
export function withRoom(marks: readonly Mark[], size: number): Mark[] {
  let free = Number.NEGATIVE_INFINITY;
  return marks.filter(({ at, text }) => {
    const half = Math.max(...text.split('\n').map((line) => widthOf(line, size))) / 2;
    if (at - half < free) return false;
    free = at + half + size * 0.6;
    return true;
  });
}

/** Heights at least `gap` apart, in their order: pushed up from the bottom, then down from the top. */
export function apart(
  heights: readonly number[],
  gap: number,
  [top, bottom]: readonly [number, number],
): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => (heights[b] ?? 0) - (heights[a] ?? 0));
  const placed = [...heights];
  const push = (indexes: readonly number[], from: number, step: number) => {
    let room = from;
    for (const index of indexes) {
      const height = placed[index] ?? room;
      placed[index] = round(step < 0 ? Math.min(height, room) : Math.max(height, room));
      room = (placed[index] ?? room) + step;
    }
  };
  push(order, bottom, -gap);
  push(order.toReversed(), top, gap);
  return placed;
}

/** Ends of an axis that begins at zero, in round steps: 0, 50, 100, 150. */
export function roundSteps(highest: number, most = 5): number[] {
  if (!(highest > 0)) return [0, 1];
  const unit = 10 ** Math.floor(Math.log10(highest / most));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((factor) => factor * unit).find((size) => highest / size <= most) ?? highest,
  );
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => index * step);
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
