import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRange } from '../../api/range.ts';

const file = { bytes: 1000, etag: '"abc"', last_modified: new Date('2026-11-16T03:00:00Z') };
const read = (range: string, ifRange?: string, bytes = file.bytes) =>
  readRange(new Headers({ range, ...(ifRange && { 'if-range': ifRange }) }), { ...file, bytes });

describe('the part of a file that is asked for', () => {
  it.each([
    ['bytes=0-0', 0, 1],
    ['bytes=0-', 0, 1000],
    ['bytes=10-19', 10, 20],
    ['bytes=999-', 999, 1000],
    ['bytes=990-5000', 990, 1000],
    ['bytes=-1', 999, 1000],
    ['bytes=-5000', 0, 1000],
    ['BYTES= 1-2 ', 1, 3],
  ])('%s', (range, from, until) => {
    expect(read(range)).toEqual({ from, until });
  });

  it.each(['bytes=1000-', 'bytes=1000-2000', 'bytes=-0'])('lies outside of it: %s', (range) => {
    expect(read(range)).toBe('unsatisfiable');
  });

  it('is never a part of nothing', () => {
    for (const range of ['bytes=0-', 'bytes=-1', 'bytes=0-0'])
      expect(read(range, undefined, 0)).toBe('unsatisfiable');
  });

  it.each([
    'bytes=0-1,5-6',
    'bytes=5-1',
    'bytes=-',
    'bytes=',
    'bytes=a-b',
    'rows=0-1',
    'bytes 0-1',
    '0-1',
    'bytes=1.5-2',
  ])('is the whole where it is several, or none that is known: %s', (range) => {
    expect(read(range)).toBeNull();
  });

  it.each([
    ['"abc"', true],
    ['"other"', false],
    ['W/"abc"', false],
    ['"abc-gzip"', false],
    ['Mon, 16 Nov 2026 03:00:00 GMT', true],
    ['Mon, 16 Nov 2026 03:00:01 GMT', false],
    ['yesterday', false],
  ])('is the whole of a copy that has changed: If-Range %s', (ifRange, same) => {
    expect(read('bytes=5-9', ifRange)).toEqual(same ? { from: 5, until: 10 } : null);
  });

  it('has bytes of the file and no others, whatever is asked for', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat(5000),
        fc.option(fc.nat(5000)),
        fc.option(fc.nat(5000)),
        (text, bytes, a, b) => {
          for (const range of [text, `bytes=${a ?? ''}-${b ?? ''}`]) {
            const headers = new Headers();
            try {
              headers.set('range', range);
            } catch {
              continue;
            }
            const part = readRange(headers, { ...file, bytes });
            if (part === null || part === 'unsatisfiable') continue;
            expect(part.from).toBeGreaterThanOrEqual(0);
            expect(part.until).toBeGreaterThan(part.from);
            expect(part.until).toBeLessThanOrEqual(bytes);
          }
        },
      ),
    );
  });
});
