/** What status pages show in the fixture: every open row of the newest release, and four requests that have none. */
import type { LiveDetail, RequestLive, RequestVersion, TimelineEntry } from '../../db/schema/published.ts';
import { CODES, REQUESTS } from './published-rows.ts';

export interface LiveRow {
  readonly service_request_id: string;
  readonly tier: RequestLive['tier'];
  readonly status: RequestLive['status'];
  readonly detail: LiveDetail | null;
}

export function liveStatus(): LiveRow[] {
  return [
    ...REQUESTS.filter((row) => row.to_release === null && row.disclosure === 'open').map(
      (row): LiveRow => ({
        service_request_id: row.service_request_id,
        tier: row.disclosure,
        status: statusOf(row),
        detail: detail(row),
      }),
    ),
    { service_request_id: CODES.sensitive, tier: 'sensitive', status: 'being_handled', detail: null },
    { service_request_id: CODES.withheld, tier: 'withheld', status: 'closed', detail: null },
    {
      service_request_id: CODES.pending,
      tier: 'guarded',
      status: 'received',
      detail: {
        ...GUARDED,
        service_group: null,
        agency_responsible: null,
        received_period: null,
        received_week: '2026-11-09',
      },
    },
    { service_request_id: CODES.guarded, tier: 'guarded', status: 'received', detail: GUARDED },
  ];
}

/** At the precision of its row, which has another id. */
const GUARDED: LiveDetail = {
  area_code: 'elgeyo-marakwet',
  service_code: null,
  service_group: 'health',
  agency_responsible: 'health',
  received_period: '2026-10',
  received_week: null,
  outcome: 'waiting',
  first_response_due: null,
  resolution_due: null,
  first_response_hours: null,
  resolution_hours: null,
  reporter_says: null,
  reporters: null,
  public_summary: null,
  merged_into: null,
  timeline: [],
};

function statusOf(row: RequestVersion): LiveRow['status'] {
  if (row.status === 'closed') return 'closed';
  return row.outcome === 'waiting' ? 'received' : 'being_handled';
}

function detail(row: RequestVersion): LiveDetail {
  return {
    area_code: row.area_code,
    service_code: row.service_code,
    service_group: row.service_group,
    agency_responsible: row.agency_responsible,
    received_period: row.received_period,
    received_week: null,
    outcome: row.outcome,
    first_response_due: row.first_response_due,
    resolution_due: row.resolution_due,
    first_response_hours: row.first_response_hours,
    resolution_hours: row.resolution_hours,
    reporter_says: row.reporter_says,
    reporters: row.reporters,
    public_summary: row.public_summary,
    merged_into: row.outcome === 'merged' ? CODES.waiting : null,
    timeline: timeline(row),
  };
}

export function timeline(row: RequestVersion): TimelineEntry[] {
  const entry = (kind: TimelineEntry['kind'], hours: number, note: string | null = null): TimelineEntry => ({
    kind,
    day: dayAfter(row.received_period, hours),
    agency_responsible: row.agency_responsible,
    note,
  });
  const entries = [entry('received', 0)];
  if (row.first_response_hours !== null) entries.push(entry('acknowledged', row.first_response_hours));
  if (row.outcome === 'resolved')
    entries.push(entry('resolved', row.resolution_hours ?? 0, 'Repaired by the ward team'));
  if (row.outcome === 'reopened') entries.push(entry('resolved', 48), entry('reopened', 96, 'Still broken'));
  if (row.outcome === 'declined')
    entries.push(entry('declined', row.closed_hours ?? 0, 'The road belongs to the national government'));
  if (row.outcome === 'merged') entries.push(entry('merged', row.closed_hours ?? 0));
  if (row.reporter_says) entries.push(entry(row.reporter_says, 300));
  return entries;
}

function dayAfter(day: string, hours: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + hours * 3_600_000).toISOString().slice(0, 10);
}
