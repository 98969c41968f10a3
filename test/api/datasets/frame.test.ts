import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Frame, Framing } from '../../../api/formats/frame.ts';

const rows = fc.array(
  fc.record({ text: fc.string({ unit: 'binary' }), number: fc.integer() }).map((row) => JSON.stringify(row)),
  { maxLength: 12 },
);
const cuts = fc.array(fc.nat(), { maxLength: 12 });

const frames: readonly (Frame & { readonly of: string })[] = [
  { of: 'lines alone', open: '', between: '', close: '' },
  { of: 'a mark before lines', open: '\ufeff', between: '', close: '' },
  { of: 'an array', open: '[\n', between: ',', close: ']\n' },
  { of: 'a collection', open: '{"features":[\n', between: ',', close: ']}\n' },
];

describe('what stands around rows', () => {
  it.each(frames)('is the same for $of however the rows are cut into chunks', (frame) => {
    fc.assert(
      fc.property(rows, cuts, (lines, at) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const between = frame.between === '' ? '\n' : `${frame.between}\n`;
        const whole = frame.open + lines.join(between) + (lines.length > 0 ? '\n' : '') + frame.close;
        expect(framed(frame, bytes, at)).toBe(whole);
      }),
    );
  });

  it.each(frames.filter(({ between }) => between === ','))('makes $of that parses', (frame) => {
    fc.assert(
      fc.property(rows, cuts, (lines, at) => {
        const parsed = JSON.parse(framed(frame, Buffer.from(lines.map((line) => `${line}\n`).join('')), at));
        expect(Array.isArray(parsed) ? parsed : parsed.features).toEqual(
          lines.map((line) => JSON.parse(line)),
        );
      }),
    );
  });
});

function framed(frame: Frame, bytes: Buffer, at: readonly number[]): string {
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
