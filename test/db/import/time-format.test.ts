import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeReader } from '../../../db/import/time-format.ts';

const read = (format: string, text: string): string | null => {
  const found = timeReader(format)(text);
  return (
    found &&
    `${new Date(found.wall).toISOString().slice(0, 19)}${found.offset === null ? '' : ` ${found.offset / 60_000}`}`
  );
};

describe('a declared time format', () => {
  it('reads the forms that sources use', () => {
    expect(read('YYYY-MM-DD HH:mm:ss', '2011-07-01 01:32:33')).toBe('2011-07-01T01:32:33');
    expect(read('YYYY-MM-DDTHH:mm:ssZ', '2011-07-01T01:32:33+03:00')).toBe('2011-07-01T01:32:33 180');
    expect(read('YYYY-MM-DDTHH:mm:ss.SSSZ', '2011-07-01T01:32:33.250Z')).toBe('2011-07-01T01:32:33 0');
    expect(read('M/D/YYYY h:mm A', '7/1/2011 12:05 AM')).toBe('2011-07-01T00:05:00');
    expect(read('MM/DD/YYYY hh:mm:ss A', '07/01/2011 12:05:09 pm')).toBe('2011-07-01T12:05:09');
    expect(read('DD.MM.YYYY', '31.12.2011')).toBe('2011-12-31T00:00:00');
  });

  it('refuses another form, and days and hours that do not exist', () => {
    for (const text of [
      '',
      '2011-07-01',
      '2011-02-29 00:00',
      '2011-13-01 00:00',
      '2011-07-01 24:00',
      '2011-07-01 00:60',
      ' 2011-07-01 00:00',
      '2011-07-01 00:00 ',
      '2011-07-01x00:00',
      '0011-07-01 00:00',
    ])
      expect([text, read('YYYY-MM-DD HH:mm', text)]).toEqual([text, null]);
    expect(read('YYYY-MM-DD hh:mm A', '2011-07-01 13:00 PM')).toBeNull();
    expect(read('D.M.YYYY', '1x7x2011')).toBeNull();
  });

  it('is refused itself when it says nothing, and the message says what a format is', () => {
    expect(() => timeReader('%Y-%m-%d')).toThrow(
      '"Y" in "%Y-%m-%d" is no part of a time. The parts are YYYY, MM',
    );
    expect(() => timeReader('HH:mm')).toThrow('has no year, month, day. Write it like YYYY-MM-DD HH:mm:ss');
    expect(() => timeReader('YYYY-MM-DD hh:mm')).toThrow('needs both h and A');
    expect(() => timeReader('YYYY-MM-DD YYYY')).toThrow('has a part twice');
  });

  it('reads back every second that it could have been written from', () => {
    const reader = timeReader('YYYY-MM-DD HH:mm:ss');
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 4_000_000_000 }), (seconds) => {
        const text = new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
        expect(reader(text)).toEqual({ wall: seconds * 1000, offset: null });
      }),
    );
  });
});
