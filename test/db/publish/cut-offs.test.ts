import { describe, expect, it } from 'vitest';
import { dueCutOffs, nextCutOff } from '../../../db/publish/cut-offs.ts';
import { localTime } from '../../../db/schema/local-time.ts';

const nairobi = localTime('Africa/Nairobi');
const at = (local: string) => new Date(`${local}:00+03:00`);
const labels = (...args: Parameters<typeof dueCutOffs>) => dueCutOffs(...args).map((cut) => cut.label);

describe('releases are due', () => {
  const past = { first_received_at: at('2026-08-17T10:00'), last_received_at: at('2026-11-20T10:00') };

  it('once a month over a past, then at the newest cut-off of the cadence', () => {
    expect(labels(null, past, 'week', at('2026-11-22T09:00'), nairobi)).toEqual([
      '2026-09-01',
      '2026-10-01',
      '2026-11-01',
      '2026-11-16',
    ]);
    expect(labels(null, past, 'month', at('2026-11-22T09:00'), nairobi)).toEqual([
      '2026-09-01',
      '2026-10-01',
      '2026-11-01',
    ]);
  });

  it('for a back-file that ended long ago: its months, and one for today', () => {
    const old = { first_received_at: at('2011-11-03T10:00'), last_received_at: at('2011-12-31T10:00') };
    expect(labels(null, old, 'month', at('2026-11-22T09:00'), nairobi)).toEqual([
      '2011-12-01',
      '2012-01-01',
      '2026-11-01',
    ]);
  });

  it('not before anything was received, and not twice for a cut-off', () => {
    expect(labels(null, null, 'week', at('2026-11-22T09:00'), nairobi)).toEqual([]);
    expect(
      labels(
        null,
        { first_received_at: at('2026-11-17T10:00'), last_received_at: at('2026-11-18T10:00') },
        'week',
        at('2026-11-22T09:00'),
        nairobi,
      ),
    ).toEqual([]);
    expect(labels(at('2026-11-16T00:00'), past, 'week', at('2026-11-22T23:59'), nairobi)).toEqual([]);
    expect(labels(at('2026-11-16T00:00'), past, 'week', at('2026-11-23T00:00'), nairobi)).toEqual([
      '2026-11-23',
    ]);
  });

  it('without making up for those that were missed', () => {
    expect(labels(at('2026-09-07T00:00'), past, 'week', at('2026-11-22T09:00'), nairobi)).toEqual([
      '2026-11-16',
    ]);
  });

  it('at a time that can be announced', () => {
    expect(
      (['day', 'week', 'month'] as const).map(
        (cadence) => nextCutOff(cadence, at('2026-11-22T09:00'), nairobi).label,
      ),
    ).toEqual(['2026-11-23', '2026-11-23', '2026-12-01']);
  });
});
