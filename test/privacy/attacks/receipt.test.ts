/** Attacks that look for the day on which a report was received: durations, status pages, the disk, steps. */
import { describe, expect, it } from 'vitest';
import { derivedDates, receiptInterval } from '../../../db/attacks/derived-dates.ts';
import { livePages } from '../../../db/attacks/live-pages.ts';
import { watched } from '../../../db/attacks/page-watcher.ts';
import { physicalOrder } from '../../../db/attacks/physical-order.ts';
import { steps } from '../../../db/attacks/steps.ts';
import { at, found, isolated, release, row, rows, scene, TIME } from './hand-made.ts';

describe('derived dates', () => {
  const closed = (from_release: number, closed_hours: number) =>
    [
      { to_release: from_release },
      { from_release, closed_hours, status: 'closed', outcome: 'declined' },
    ] as const;

  const weeks = {
    releases: [release(1, '2026-06-01'), release(2, '2026-06-08'), release(3, '2026-06-15')],
  };

  it('finds the week of a row that shows what had happened by the cut-off', () => {
    // Closed after 20 days and first seen so on 15 June, when 14 days had passed since the end of May.
    const shown = scene([row({ versions: closed(3, 480), received: '2026-05-20' })], weeks);
    const [first] = shown.rows;
    expect(first && receiptInterval(first, shown.view.releases, TIME)).toEqual({
      from: at('2026-05-19T00:00'),
      to: at('2026-05-27T00:00'),
    });
    expect(derivedDates.run(shown)).toMatchObject({
      worst: 'receipt within 8.0 days',
      findings: [{ isolates: 1 }],
    });
  });

  it('finds nothing where a duration shows as long after the month as it lasted', () => {
    expect(found(derivedDates, scene([row({ versions: closed(2, 720) })]))).toEqual([]);
    expect(found(derivedDates, scene([row({ versions: closed(2, 24) })]))).toEqual([]);
  });

  it('finds a row that shows too early what it should show later', () => {
    const early = row({
      versions: [{ closed_hours: 48, status: 'closed', outcome: 'declined' }],
      received: '2026-05-03',
    });
    expect(derivedDates.run(scene([early])).worst).toBe('receipt within 29.0 days');
  });

  it('does not count what is known to be wrong', () => {
    const wrong = row({ versions: closed(3, 480), received: '2026-05-02' });
    expect(found(derivedDates, scene([wrong], weeks))).toEqual([]);
  });
});

describe('live pages', () => {
  const page = (detail: object, more: object = {}) => {
    const made = rows(6);
    return scene(
      made.map((one, i) =>
        i > 0 || one.page.detail === null
          ? one
          : { ...one, page: { ...one.page, ...more, detail: { ...one.page.detail, ...detail } } },
      ),
    );
  };

  it.each([
    ['hours', { resolution_hours: 72 }],
    ['people', { reporters: '2-4' }],
    ['due day', { resolution_due: '2026-05-20' }],
    ['a day', { timeline: [{ kind: 'resolved', day: '2026-05-20', agency_responsible: null, note: null }] }],
    ['another request', { merged_into: 'another' }],
    ['finer than a month', { received_period: '2026-05-12' }],
    ['the week', { received_week: '2026-05-11' }],
    ['finer than any row', { area_code: 'e2' }],
    ['finer than the coarsest', { received_period: null, received_week: '2026-05-11' }],
    ['another day than Monday', { received_week: '2026-05-12' }],
  ])('are found when they tell %s', (words, detail) => {
    expect(found(livePages, page(detail)).join()).toContain(words);
  });

  it('are found when a code stands among the rows, or a sensitive one has a detail', () => {
    expect(found(livePages, page({}, { released: true }))[0]).toContain('id of a released row');
    expect(found(livePages, page({}, { tier: 'sensitive' }))[0]).toContain('it has a detail');
  });

  it('let who watched from the first day tell the day of receipt, unless they turn once a week', () => {
    const mixed = Array.from({ length: 6 }, (_, i) => {
      const received_at = at(`2026-05-12T10:00`) + i * 3_600_000;
      const closed_hours = 24 * (3 + 7 * i);
      return row({
        received: new Date(received_at + 3 * 3_600_000).toISOString().slice(0, 16),
        versions: [
          { closed_hours, first_response_hours: closed_hours, status: 'closed', outcome: 'declined' },
        ],
        events: [{ kind: 'declined', at: received_at + closed_hours * 3_600_000 }],
      });
    });
    const where = scene(mixed, { releases: [release(1, '2026-07-01')] });
    expect(watched(where, 'at once')).toEqual({ tried: 6, tied: 6, dated: 6 });
    expect(watched(where, 'on Mondays').dated).toBe(0);
  });
});

describe('physical order', () => {
  const placed = (place: (i: number) => number) =>
    scene(
      Array.from({ length: 40 }, (_, i) =>
        row({
          received: `2026-05-${String(1 + Math.floor(i / 2)).padStart(2, '0')}`,
          versions: [{ place: place(i) }],
        }),
      ).map((one) => ({ ...one, page: { ...one.page, place: null } })),
    );

  it('is found when rows lie as they came', () => {
    expect(
      found(
        physicalOrder,
        placed((i) => i),
      )[0],
    ).toContain('correlation 1.00');
    expect(
      found(
        physicalOrder,
        placed((i) => -i),
      ),
    ).toHaveLength(1);
  });

  it('is not found in an order that has nothing to do with it', () => {
    expect(
      found(
        physicalOrder,
        placed((i) => (i * 17) % 40),
      ),
    ).toEqual([]);
  });
});

describe('steps of requests', () => {
  const step = { code: 'row-x', day: '2026-05-12', from_release: 2, to_release: null };

  it('are found where their request has a page that is not open', () => {
    const made = row();
    const where = scene([made], { steps: 3, stray_steps: [{ ...step, code: made.request.code }] });
    expect(found(steps, where)).toEqual([
      'release 2: 1 steps with their days of 1 requests whose page is guarded',
    ]);
    expect(isolated(steps, where)).toEqual([1]);
  });

  it('are found where they stand under the id of a guarded row, or of no row', () => {
    const made = row();
    const code = made.versions[0]?.record_id ?? '';
    const both = [{ ...step, code }, { ...step, code, day: '2026-05-14' }, step];
    expect(found(steps, scene([made], { stray_steps: both }))).toEqual([
      'release 2: 2 steps with their days of 1 requests that are guarded in it or later',
      'release 2: 1 steps with their days of 1 requests that have no row there',
    ]);
  });

  it('of open rows are what is published', () => {
    expect(steps.run(scene(rows(6), { steps: 40 }))).toMatchObject({ findings: [], tried: '40 steps' });
  });
});
