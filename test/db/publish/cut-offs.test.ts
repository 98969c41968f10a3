import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueCutOffs, type LastCut } from '../../../db/publish/cut-offs.ts';
import { localTime, nextPeriod } from '../../../db/schema/local-time.ts';

const nairobi = localTime('Africa/Nairobi');
const at = (local: string) => new Date(`${local}:00+03:00`);
/** A release that was published when it was the newest one due. */
const cutAt = (day: string): LastCut => ({
  cut_off: at(`${day}T00:00`),
  published_at: at(`${day}T09:00`),
  cadence: 'week',
});
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
    expect(labels(cutAt('2026-11-16'), past, 'week', at('2026-11-22T23:59'), nairobi)).toEqual([]);
    expect(labels(cutAt('2026-11-16'), past, 'week', at('2026-11-23T00:00'), nairobi)).toEqual([
      '2026-11-23',
    ]);
  });

  it('without making up for those that were missed', () => {
    expect(labels(cutAt('2026-09-07'), past, 'week', at('2026-11-22T09:00'), nairobi)).toEqual([
      '2026-11-16',
    ]);
  });

  it('and the releases of a past go on where they were stopped, however long ago', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 200 }),
        fc.constantFrom('day', 'week', 'month'),
        (days, idle, done, later, cadence) => {
          const day = 86_400_000;
          const now = at('2026-11-22T09:00');
          const last_received_at = new Date(now.getTime() - idle * day);
          const activity = {
            first_received_at: new Date(last_received_at.getTime() - days * day),
            last_received_at,
          };
          const all = dueCutOffs(null, activity, cadence, now, nairobi);
          const stopped = all[Math.min(done, all.length - 1)];
          if (!stopped) return;
          const last = { cut_off: stopped.at, published_at: now, cadence };
          const rest = all.filter((cut) => cut.at > stopped.at);
          expect(dueCutOffs(last, activity, cadence, now, nairobi)).toEqual(rest);
          const afterwards = new Date(now.getTime() + later * day);
          const ends = `${nextPeriod(nairobi.month(last_received_at))}-01`;
          const months = rest.filter((cut) => cut.label.endsWith('-01') && cut.label <= ends);
          const resumed = dueCutOffs(last, activity, cadence, afterwards, nairobi);
          expect(resumed.slice(0, months.length)).toEqual(months);
        },
      ),
    );
  });
});
