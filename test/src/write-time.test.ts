import { describe, expect, it } from 'vitest';
import { writeTime } from '../../src/client/write-time.ts';

const at = (time: string, locale: string) =>
  writeTime(new Date(`2026-11-23T${time}:00+03:00`), locale, 'Africa/Nairobi');

describe('an exact time', () => {
  it('in Swahili says which part of the day it is, so that nobody counts the hours from sunrise', () => {
    expect(
      ['00:15', '05:15', '09:15', '12:15', '15:15', '18:15', '21:15'].map((time) => at(time, 'sw')),
    ).toEqual([
      '23 Novemba 2026, 00:15 usiku',
      '23 Novemba 2026, 05:15 alfajiri',
      '23 Novemba 2026, 09:15 asubuhi',
      '23 Novemba 2026, 12:15 mchana',
      '23 Novemba 2026, 15:15 mchana',
      '23 Novemba 2026, 18:15 jioni',
      '23 Novemba 2026, 21:15 usiku',
    ]);
  });

  it('never has the word for hour before its digits', () => {
    for (let hour = 0; hour < 24; hour++)
      expect(at(`${String(hour).padStart(2, '0')}:30`, 'sw-KE')).not.toMatch(/saa/);
  });

  it('in English is what a clock shows', () => {
    expect(at('09:15', 'en-GB')).toBe('23 November 2026 at 09:15');
  });
});
