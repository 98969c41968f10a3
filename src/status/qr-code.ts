/**
 * An address as a QR code to print, in black on white whatever the page's colours: scanners want contrast.
 *
 * In:     an address
 * Out:    SVG, one path, with the quiet zone of four modules that ISO/IEC 18004 asks for
 * Errors: none for an address of less than 2,000 characters
 */
import { encode } from 'uqr';

/** A quarter of the code may be dirty or torn. */
const CORRECTION = 'Q';
const QUIET_ZONE = 4;

export function qrSvg(address: string): string {
  const { size, data } = encode(address, { ecc: CORRECTION, border: QUIET_ZONE });
  const path = data
    .map((row, y) =>
      runs(row)
        .map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)
        .join(''),
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
}

/** Black stretches of a row: where they begin, and how long they are. */
function runs(row: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  row.forEach((black, x) => {
    const last = found.at(-1);
    if (!black) return;
    if (last && last[0] + last[1] === x) last[1]++;
    else found.push([x, 1]);
  });
  return found;
}
