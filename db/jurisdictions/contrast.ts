/**
 * Contrast between two colours.
 *
 * In:     `#rrggbb`
 * Out:    1 (the same) to 21 (black on white)
 * Source: WCAG 2.2, "relative luminance" and "contrast ratio"
 */
export function contrastRatio(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** What normal text needs (success criterion 1.4.3, level AA). */
export const AA_TEXT = 4.5;

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
