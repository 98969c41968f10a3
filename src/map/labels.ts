/**
 * Names on the map.
 *
 * In:     names with the point they belong to, in picture units; the picture's width; size of the type
 * Out:    per name its lines and place, and whether it would cover another: the first ones win;
 *         null for a name without a point
 * Method: a name with a slash is broken after it; widths are estimated from the number of characters
 */
export interface Label {
  readonly lines: readonly string[];
  readonly x: number;
  /** baseline of the first line */
  readonly y: number;
  /** shown only when there is more room */
  readonly crowded: boolean;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const WIDTH_OF_CHARACTER = 0.58;
const LINE = 1.1;

export function placeLabels(
  names: readonly { readonly text: string; readonly at: readonly [number, number] | null }[],
  picture: { readonly width: number; readonly size: number },
): (Label | null)[] {
  const taken: Box[] = [];
  return names.map(({ text, at }) => {
    if (!at) return null;
    const lines = text.split(/(?<=\/)/);
    const half = (Math.max(...lines.map((line) => line.length)) * picture.size * WIDTH_OF_CHARACTER) / 2;
    const height = lines.length * picture.size * LINE;
    const x = Math.min(Math.max(at[0], half), picture.width - half);
    const box = { left: x - half, right: x + half, top: at[1] - height / 2, bottom: at[1] + height / 2 };
    const crowded = taken.some((other) => overlap(box, other));
    if (!crowded) taken.push(box);
    return { lines, x: Math.round(x), y: Math.round(box.top + picture.size * 0.85), crowded };
  });
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
