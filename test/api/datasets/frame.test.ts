import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Framing } from '../../../api/formats/frame.ts';
import { formats } from '../../../api/formats/registry.ts';

const rows = fc.array(
  fc.record({ text: fc.string({ unit: 'binary' }), number: fc.integer() }).map((row) => JSON.stringify(row)),
  { maxLength: 12 },
);
const cuts = fc.array(fc.nat(), { maxLength: 12 });

describe('what stands around rows', () => {
  it.each(formats)('is the same for $id however the rows are cut into chunks', ({ frame }) => {
    fc.assert(
      fc.property(rows, cuts, (lines, at) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const between = frame.between === '' ? '\n' : `${frame.between}\n`;
        const whole = frame.open + lines.join(between) + (lines.length > 0 ? '\n' : '') + frame.close;
        expect(framed(frame, bytes, at)).toBe(whole);
      }),
    );
  });

  it.each(formats.filter(({ id }) => id === 'json' || id === 'geojson'))(
    'makes $id that parses',
    ({ frame }) => {
      fc.assert(
        fc.property(rows, cuts, (lines, at) => {
          const parsed = JSON.parse(
            framed(frame, Buffer.from(lines.map((line) => `${line}\n`).join('')), at),
          );
          expect(Array.isArray(parsed) ? parsed : parsed.features).toEqual(
            lines.map((line) => JSON.parse(line)),
          );
        }),
      );
    },
  );
});

function framed(
  frame: ConstructorParameters<typeof Framing>[0],
  bytes: Buffer,
  at: readonly number[],
): string {
  const framing = new Framing(frame);
  const ends = [...at.map((n) => n % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let from = 0;
  const parts = ends.map((end) => {
    const part = framing.push(bytes.subarray(from, end));
    from = end;
    return part;
  });
  return Buffer.concat([...parts, framing.end()]).toString();
}
