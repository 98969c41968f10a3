import { describe, expect, test } from 'vitest';
import type { RequestRow } from '../../../api/schemas/requests.ts';
import { requests } from '../../../src/i18n/en/requests.ts';
import { formatFor } from '../../../src/i18n/format.ts';
import { rowState } from '../../../src/requests/row-state.ts';
import { rowWords } from '../../../src/requests/row-words.ts';

const CUT_OFF_DAY = '2026-11-16';

function row(change: Partial<RequestRow> = {}): RequestRow {
  return {
    service_request_id: 'K7Q-M2F-9XH4',
    disclosure: 'open',
    area_code: 'kapsowar',
    area_level: 'ward',
    service_code: 'water-point',
    service_group: 'water',
    agency_responsible: 'water',
    received_period: '2026-11-05',
    first_response_hours: null,
    resolution_hours: null,
    closed_hours: null,
    first_resolution_hours: null,
    first_response_on_time: null,
    resolution_on_time: null,
    first_response_due: '2026-11-20',
    resolution_due: null,
    status: 'open',
    outcome: 'waiting',
    reopened: false,
    reporter_says: null,
    reporters: '1',
    public_summary: null,
    ...change,
  };
}

function words(change: Partial<RequestRow> = {}, answers_recorded = true) {
  const format = formatFor('en', 'Africa/Nairobi');
  const said = rowWords(rowState(row(change), CUT_OFF_DAY), {
    format,
    words: requests.row,
    answers_recorded,
  });
  return {
    ...said,
    text: said.text.replaceAll('\u00a0', ' '),
    late: said.late?.replaceAll('\u00a0', ' ') ?? null,
  };
}

describe('a request in the list', () => {
  test('says for how many whole days it had waited at the cut-off', () => {
    expect(words().text).toBe('Waiting for 10 days');
    expect(words({ received_period: '2026-11-15' }).text).toBe('Just came in');
  });
  test('is late only when its last day had wholly passed at the cut-off', () => {
    expect(words({ first_response_due: '2026-11-15' }).late).toBeNull();
    expect(words({ first_response_due: '2026-11-14' }).late).toBe('1 day late');
  });
  test('is measured by the solution once it was answered', () => {
    const answered = {
      first_response_hours: 20,
      first_response_due: '2026-11-01',
      outcome: 'in_progress',
    } as const;
    expect(words({ ...answered, resolution_due: '2026-12-01' }).late).toBeNull();
    expect(words({ ...answered, resolution_due: '2026-11-10' }).late).toBe('5 days late');
  });
  test('is never late once it is closed', () => {
    const closed = {
      status: 'closed',
      outcome: 'declined',
      closed_hours: 72,
      first_response_due: '2026-11-06',
    } as const;
    expect(words(closed)).toEqual({ text: 'Turned down after 3 days', late: null, mark: 'crossed' });
  });
  test('says no days where only the month is published', () => {
    const guarded = { disclosure: 'guarded', received_period: '2026-10', first_response_due: null } as const;
    expect(words(guarded)).toEqual({ text: 'Waiting', late: null, mark: 'empty' });
  });
  test('says nothing of answers where the source records none', () => {
    expect(words({}, false).text).toBe('Open for 10 days');
  });
  test('keeps the office’s word and the reporter’s apart', () => {
    const solved = { status: 'closed', outcome: 'resolved', resolution_hours: 30, closed_hours: 30 } as const;
    expect(words(solved).text).toBe('Solved after 30 hours, says the office');
    expect(words({ ...solved, reporter_says: 'disputed' }).text).toContain('the reporter disagrees');
    expect(words({ ...solved, reporter_says: 'confirmed' }).text).toContain('the reporter agrees');
  });
});
