/**
 * Where the names of lines are written: near their own line, clear of all lines and of each other.
 *
 * In:     lines as points in pixels, from left to right; the width of each name; the frame; height of the type
 * Out:    per name the left end and the middle of its text; null for a line without points
 * Method: tries both sides of every point and takes the clearest place that is nearer to its own line than to
 *         any other
 */
export interface XY {
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function placeNames(
  lines: readonly (readonly XY[])[],
  widths: readonly number[],
  frame: Frame,
  size = 13,
): (XY | null)[] {
  const taken: { x: number; y: number; width: number }[] = [];
  return lines.map((own, index) => {
    const width = widths[index] ?? 0;
    let best: { place: XY; score: number } | null = null;
    for (const place of candidates(own, width, frame, size)) {
      const score = scoreOf(place, width, own, lines, taken, size);
      if (!best || score > best.score) best = { place, score };
    }
    if (best) taken.push({ ...best.place, width });
    return best?.place ?? null;
  });
}

function candidates(own: readonly XY[], width: number, frame: Frame, size: number): XY[] {
  return own.flatMap((point) => {
    const starts = [point.x - width - 6, point.x - width / 2, point.x + 6];
    return starts.flatMap((start) => {
      const x = Math.min(Math.max(start, frame.left + 4), frame.right - width);
      const heights = span(own, x, width);
      if (heights.length === 0) return [];
      const sides = [Math.min(...heights) - size * 0.9, Math.max(...heights) + size];
      return sides
        .filter((y) => y - size / 2 >= frame.top - size && y + size / 2 <= frame.bottom)
        .map((y) => ({ x, y }));
    });
  });
}

function scoreOf(
  place: XY,
  width: number,
  own: readonly XY[],
  lines: readonly (readonly XY[])[],
  taken: readonly { x: number; y: number; width: number }[],
  size: number,
): number {
  const distance = (line: readonly XY[]) =>
    Math.min(...span(line, place.x, width).map((y) => Math.abs(y - place.y)));
  const others = Math.min(Infinity, ...lines.filter((line) => line !== own).map(distance));
  const mine = distance(own);
  const covered = taken.some(
    (name) =>
      Math.abs(name.y - place.y) < size * 1.3 && name.x < place.x + width && place.x < name.x + name.width,
  );
  return Math.min(others, 4 * size) - 0.5 * mine - (others < mine + 2 ? 1000 : 0) - (covered ? 2000 : 0);
}

/** Heights of a line under a stretch of the picture. */
function span(line: readonly XY[], x: number, width: number): number[] {
  const steps = [0, 0.25, 0.5, 0.75, 1].map((share) => heightAt(line, x + share * width));
  const corners = line.filter((point) => point.x >= x && point.x <= x + width).map(({ y }) => y);
  return [...steps, ...corners].filter(Number.isFinite);
}

function heightAt(line: readonly XY[], x: number): number {
  const after = line.findIndex((point) => point.x >= x);
  const [from, to] = [line[after - 1], line[after]];
  if (to && to.x === x) return to.y;
  if (!from || !to) return Number.NaN;
  return from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
}
