import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveRow } from '../../../db/anonymise/live-row.ts';
import { publicationPolicy } from '../../../db/anonymise/policy.ts';
import { publishableRow, type TriageRequest, tierOf } from '../../../db/anonymise/publishable.ts';
import { EVENT_KINDS } from '../../../db/schema/triage.ts';
import { smallPack } from '../../setup/small-pack.ts';

const policy = publicationPolicy(smallPack);
const request = (changes: Partial<TriageRequest> = {}): TriageRequest => ({
  service_request_id: 'K7Q-M2F-9XH4',
  service_code: 'road',
  area_code: 'north',
  agency_responsible: null,
  received_at: new Date('2026-05-28T20:30:00+03:00'),
  expected_at: null,
  tier_raised: null,
  public_summary: 'Bridge washed away',
  withheld_reason: null,
  merged_into: null,
  reporters: 1,
  events: [],
  ...changes,
});
const cutOff = new Date('2026-06-22T00:00:00+03:00');
const row = (changes: Partial<TriageRequest>) => {
  const publishable = publishableRow(request(changes), policy, cutOff);
  if (publishable.kind !== 'row') throw new Error(`expected a row, got ${publishable.kind}`);
  return publishable.row;
};

describe('what is published of a request', () => {
  it('takes the stricter of its service tier and its own, never a milder one', () => {
    expect(tierOf('open', 'guarded')).toBe('guarded');
    expect(tierOf('sensitive', 'guarded')).toBe('sensitive');
    expect(tierOf('guarded', null)).toBe('guarded');
  });

  it('counts working days over weekends and holidays, and is due on the last of them', () => {
    // Thursday 28 May + 3 working days: Friday 29, (weekend), (Monday 1 June is a holiday), Tuesday 2, Wednesday 3
    expect(row({}).first_response_due).toBe('2026-06-03');
    expect(row({ service_code: 'light' }).first_response_due).toBe('2026-05-30');
    expect(row({ service_code: 'light' }).resolution_due).toBeNull();
    expect(row({ expected_at: new Date('2026-07-01T22:30:00Z') }).resolution_due).toBe('2026-07-02');
  });

  it('bands the people who reported, and says nothing where the source does not know them', () => {
    expect([0, 1, 2, 4, 5, 9, 10, 500].map((reporters) => row({ reporters }).reporters)).toEqual([
      null,
      '1',
      '2-4',
      '2-4',
      '5-9',
      '5-9',
      '10+',
      '10+',
    ]);
  });

  it('rises to the area above where too few people live', () => {
    expect(row({ area_code: 'tiny' })).toMatchObject({ area_code: 'county', area_level: 'county' });
  });

  it('refuses a service or an area that the pack does not have, rather than guess', () => {
    expect(() => row({ service_code: 'nonsense' })).toThrow(
      'service nonsense is not in the jurisdiction pack',
    );
    expect(() => row({ area_code: 'nowhere' })).toThrow('area nowhere is not in the jurisdiction pack');
  });

  it('is nothing but the status for sensitive and withheld requests, live as in releases', () => {
    for (const changes of [
      { service_code: 'corruption' },
      { tier_raised: 'sensitive' as const },
      { withheld_reason: 'abuse' as const },
    ]) {
      expect(publishableRow(request(changes), policy, cutOff).kind).not.toBe('row');
      expect(liveRow(request(changes), policy, null, cutOff)).toMatchObject({
        status: 'received',
        detail: null,
      });
    }
    expect(
      publishableRow(request({ service_code: 'corruption', withheld_reason: 'abuse' }), policy, cutOff),
    ).toEqual({ kind: 'sensitive' });
  });

  it('never has a clock time, a place finer than an area or a free text that was not approved, for any request', () => {
    const event = fc.record({
      kind: fc.constantFrom(...EVENT_KINDS),
      at: fc.date({ min: new Date('2026-05-28T18:00:00Z'), max: cutOff, noInvalidDate: true }),
      id: fc.nat(),
      agency_responsible: fc.constant('roads'),
      note: fc.constant(null),
    });
    fc.assert(
      fc.property(
        fc.constantFrom('road', 'light', 'clinic', 'corruption'),
        fc.array(event, { maxLength: 8 }),
        fc.nat(20),
        (service_code, events, reporters) => {
          const made = request({ service_code, events, reporters });
          const published = JSON.stringify([
            publishableRow(made, policy, cutOff),
            liveRow(made, policy, null, cutOff),
          ]);
          expect(published).not.toMatch(/\d{2}:\d{2}|T\d{2}/);
          if (service_code !== 'road' && service_code !== 'light') {
            expect(published).not.toContain('Bridge');
            expect(published).not.toContain('north');
            expect(published).not.toContain('2026-05-28');
            expect(published).not.toContain(`"${service_code}"`);
          }
        },
      ),
    );
  });
});
