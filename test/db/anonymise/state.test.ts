import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HistoryEvent, stateAt } from '../../../db/anonymise/state.ts';
import { EVENT_KINDS, type EventKind } from '../../../db/schema/triage.ts';

const received = new Date('2026-05-04T07:00:00Z');
const HOUR = 3_600_000;
const hoursIn = (hours: number) => new Date(received.getTime() + hours * HOUR);
const history = (...steps: [EventKind, number][]): HistoryEvent[] =>
  steps.map(([kind, hours], id) => ({ kind, at: hoursIn(hours), id, agency_responsible: null, note: null }));
const at = (hours: number, ...steps: [EventKind, number][]) =>
  stateAt(received, history(['received', 0], ...steps), hoursIn(hours));

describe('the state of a request', () => {
  it('is waiting until an office does something, whatever the reporter says', () => {
    expect(at(100)).toMatchObject({ status: 'open', outcome: 'waiting', first_response_after: null });
    expect(at(100, ['disputed', 5])).toMatchObject({
      outcome: 'waiting',
      first_response_after: null,
      reporter_says: null,
    });
    expect(at(100, ['assigned', 5])).toMatchObject({
      outcome: 'in_progress',
      first_response_after: 5 * HOUR,
    });
  });

  it('counts the last resolution, and a reopened request as not resolved', () => {
    expect(at(100, ['resolved', 10])).toMatchObject({
      status: 'closed',
      outcome: 'resolved',
      closed_after: 10 * HOUR,
    });
    expect(at(100, ['resolved', 10], ['reopened', 20])).toMatchObject({
      status: 'open',
      outcome: 'reopened',
      closed_after: null,
      reopened: true,
    });
    expect(at(100, ['resolved', 10], ['reopened', 20], ['resolved', 50])).toMatchObject({
      status: 'closed',
      outcome: 'resolved',
      closed_after: 50 * HOUR,
      first_response_after: 10 * HOUR,
      reopened: true,
    });
  });

  it('does not see what happens at the instant or later', () => {
    expect(at(10, ['resolved', 10])).toMatchObject({ status: 'open', outcome: 'waiting' });
    expect(at(10.001, ['resolved', 10])).toMatchObject({ status: 'closed' });
  });

  it('resolves a request that was closed in the second it came', () => {
    expect(stateAt(received, history(['resolved', 0], ['received', 0]), hoursIn(1))).toMatchObject({
      outcome: 'resolved',
      closed_after: 0,
    });
  });

  it("keeps the reporter's word on the last resolution only", () => {
    expect(at(100, ['resolved', 10], ['disputed', 12])).toMatchObject({
      outcome: 'resolved',
      reporter_says: 'disputed',
    });
    expect(at(100, ['resolved', 10], ['disputed', 12], ['resolved', 30])).toMatchObject({
      reporter_says: null,
    });
    expect(at(100, ['resolved', 10], ['disputed', 12], ['confirmed', 13])).toMatchObject({
      reporter_says: 'confirmed',
    });
  });

  it('does not depend on the order in which events arrive, and later instants only add to what was seen', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...EVENT_KINDS), fc.integer({ min: 0, max: 200 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 220 }), fc.integer({ min: 0, max: 220 }), (made, a, b) => {
        const events = history(...made);
        expect(stateAt(received, events.toReversed(), hoursIn(a))).toEqual(
          stateAt(received, events, hoursIn(a)),
        );
        const [early, late] = [
          stateAt(received, events, hoursIn(Math.min(a, b))),
          stateAt(received, events, hoursIn(Math.max(a, b))),
        ];
        expect(late.events.slice(0, early.events.length)).toEqual(early.events);
        if (early.first_response_after !== null)
          expect(late.first_response_after).toBe(early.first_response_after);
        expect(late.status === 'closed').toBe(late.closed_after !== null);
      }),
    );
  });
});
