/**
 * The site's mark, a report and its answer, in the jurisdiction's colour.
 *
 * In:     one of ICONS, `#rrggbb`
 * Out:    PNG
 * Source: W3C Manifest, "maskable": what matters stands in the middle four fifths
 */
export const ICONS = [
  { name: 'icon-192', size: 192, masked: false },
  { name: 'icon-512', size: 512, masked: false },
  { name: 'icon-masked', size: 512, masked: true },
] as const;

export function markSvg(accent: string, masked = false): string {
  const bubble = `<path fill="${masked ? '#fff' : accent}" d="M2 4h28v20H14l-7 6v-6H2z"/>`;
  const tick = `<path fill="none" stroke="${masked ? accent : '#fff'}" stroke-width="3.5" d="m9 14 5 5 9-10"/>`;
  const drawn = masked
    ? `<path fill="${accent}" d="M0 0h32v32H0z"/><g transform="translate(6.5 6) scale(.6)">${bubble}${tick}</g>`
    : bubble + tick;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${drawn}</svg>`;
}

export async function drawIcon({ size, masked }: (typeof ICONS)[number], accent: string): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const picture = await renderAsync(markSvg(accent, masked), {
    fitTo: { mode: 'width', value: size },
    font: { loadSystemFonts: false },
  });
  return picture.asPng();
}
