/** The QR code is read back by its own rules: finder patterns where they belong, a quiet zone around. */
import { expect, it } from 'vitest';
import { qrSvg } from '../../../src/status/qr-code.ts';

/** The black modules that the path of the drawing paints. */
function modules(svg: string): { size: number; black: Set<string> } {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const black = new Set<string>();
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let i = 0; i < Number(length); i++) black.add(`${Number(x) + i} ${y}`);
  return { size, black };
}

it('has its three finder patterns inside of a quiet zone of four modules', () => {
  const { size, black } = modules(qrSvg('https://majibu.example/sw/i/K7Q-M2F-9XH4'));
  const finder = (left: number, top: number) => {
    for (let y = 0; y < 7; y++)
      for (let x = 0; x < 7; x++) {
        const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
        expect(black.has(`${left + x} ${top + y}`), `${left + x} ${top + y}`).toBe(ring !== 2);
      }
  };
  finder(4, 4);
  finder(size - 11, 4);
  finder(4, size - 11);
  for (let i = 0; i < size; i++)
    for (const edge of [0, 1, 2, 3, size - 1, size - 2, size - 3, size - 4])
      expect(black.has(`${i} ${edge}`) || black.has(`${edge} ${i}`)).toBe(false);
});

it('differs for every address, and is the same for the same', () => {
  expect(qrSvg('https://a.example/i/1')).toBe(qrSvg('https://a.example/i/1'));
  expect(qrSvg('https://a.example/i/1')).not.toBe(qrSvg('https://a.example/i/2'));
});
