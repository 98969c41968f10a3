import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallClock } from '../../../db/import/wall-clock.ts';

const read = (zone: string, wall: string, not_before?: string) => {
  const found = wallClock(zone)(
    Date.parse(`${wall}Z`),
    not_before === undefined ? undefined : Date.parse(not_before),
  );
  return `${new Date(found.at).toISOString().slice(0, 16)} ${found.clock}`;
};

describe('a local time without offset', () => {
  it('is an instant of its zone', () => {
    expect(read('America/New_York', '2011-07-01T08:00')).toBe('2011-07-01T12:00 plain');
    expect(read('America/New_York', '2011-12-01T08:00')).toBe('2011-12-01T13:00 plain');
    expect(read('Africa/Nairobi', '2026-11-22T08:00')).toBe('2026-11-22T05:00 plain');
  });

  it('that happened twice is the first, or the first that is not before what came before it', () => {
    expect(read('America/New_York', '2011-11-06T00:59')).toBe('2011-11-06T04:59 plain');
    expect(read('America/New_York', '2011-11-06T01:30')).toBe('2011-11-06T05:30 twice');
    expect(read('America/New_York', '2011-11-06T01:30', '2011-11-06T05:50:00Z')).toBe(
      '2011-11-06T06:30 twice',
    );
    expect(read('America/New_York', '2011-11-06T02:00')).toBe('2011-11-06T07:00 plain');
  });

  it('that never happened is moved forward as much as the clocks were', () => {
    expect(read('America/New_York', '2011-03-13T01:59')).toBe('2011-03-13T06:59 plain');
    expect(read('America/New_York', '2011-03-13T02:30')).toBe('2011-03-13T07:30 never');
    expect(read('America/New_York', '2011-03-13T03:00')).toBe('2011-03-13T07:00 plain');
  });

  it('knows zones that move by half an hour, or at midnight, or over a day', () => {
    expect(read('Australia/Lord_Howe', '2024-04-07T01:45')).toBe('2024-04-06T14:45 twice');
    expect(read('America/Havana', '2024-03-10T00:30')).toBe('2024-03-10T05:30 never');
    expect(read('Pacific/Apia', '2011-12-31T12:00')).toBe('2011-12-30T22:00 plain');
  });

  it('whatever the instant and zone: reading what the wall showed gives it back, or its twin', () => {
    const zones = [
      'America/New_York',
      'Africa/Nairobi',
      'Europe/Dublin',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 }),
        (zone, seconds) => {
          const at = seconds * 1000;
          // Sweden writes 2011-11-06 01:30:00.
          const shown = new Date(at).toLocaleString('sv-SE', { timeZone: zone });
          const found = wallClock(zone)(Date.parse(`${shown.replace(' ', 'T')}Z`));
          expect(found.clock).not.toBe('never');
          expect(new Date(found.at).toLocaleString('sv-SE', { timeZone: zone })).toBe(shown);
          if (found.clock === 'plain') expect(found.at).toBe(at);
          else expect([0, 1_800_000, 3_600_000]).toContain(at - found.at);
        },
      ),
      { numRuns: 300 },
    );
  });
});
