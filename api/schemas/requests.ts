import { z } from 'zod';
import { EVENT_KINDS } from '../../db/schema/triage.ts';
import { cursorParameter, filters, limitParameter, releaseNumber, releaseParameter } from './common.ts';

/** A day or a month: `2026-11-22` or `2026-11`. */
const period = z.string().describe('Local day (open requests) or month (guarded requests) of receipt');
const hours = z.number().int().nullable();

const ofRow = z.object({
  service_request_id: z
    .string()
    .describe(
      'Open requests: public code of the request, such as K7Q-M2F-9XH4; guarded ones: an id of the row alone, which no status page has',
    ),
  disclosure: z.enum(['open', 'guarded']).describe('How precisely the request is published'),
  area_code: z.string().describe('The finest area at which the request is published'),
  area_level: z.string().describe('Level of that area'),
  service_code: z.string().nullable().describe('Service; null where only the group is published'),
  service_group: z.string().nullable().describe('Group of services'),
  agency_responsible: z.string().nullable().describe('Office responsible'),
  received_period: period,
  first_response_hours: hours.describe(
    'Hours from receipt to the first public action; null: none yet, or not recorded',
  ),
  resolution_hours: hours.describe('Hours from receipt to resolution; null: not resolved'),
  closed_hours: hours.describe('Hours from receipt to resolution, refusal or merger; null: open'),
  first_resolution_hours: hours.describe(
    'Hours from receipt to the first resolution, whatever came of it; null: never resolved',
  ),
  first_response_due: z.string().nullable().describe('Last day for a first response by the service standard'),
  first_response_on_time: z
    .boolean()
    .nullable()
    .describe('By the last day of the standard; null: no response yet, no standard, or guarded'),
  resolution_due: z.string().nullable().describe('Last day for resolution by the service standard'),
  resolution_on_time: z
    .boolean()
    .nullable()
    .describe('By the last day of the standard; null: not resolved, no standard, or guarded'),
  status: z.enum(['open', 'closed']).describe('At the cut-off'),
  outcome: z
    .enum(['waiting', 'in_progress', 'resolved', 'reopened', 'declined', 'merged'])
    .describe('How far it had come at the cut-off'),
  reopened: z.boolean().describe('Reopened within 30 days of its first resolution'),
  reporter_says: z
    .enum(['confirmed', 'disputed'])
    .nullable()
    .describe("The reporter's own word on the resolution"),
  reporters: z
    .enum(['1', '2-4', '5-9', '10+'])
    .nullable()
    .describe('How many people reported it, in bands; null: not known'),
  public_summary: z.string().nullable().describe('Summary approved for publication, 140 characters at most'),
});
export const requestRow = ofRow.meta({ id: 'ReleasedRequest' });
export type RequestRow = z.infer<typeof requestRow>;

export const SORTS = ['-received', 'received', '-waiting'] as const;

/** The filters of /requests: page, API, download and feed share them. */
export const requestFilters = filters.extend({
  status: z.enum(['open', 'closed']).describe('open or closed at the cut-off').optional(),
  outcome: requestRow.shape.outcome
    .describe('waiting, in_progress, resolved, reopened, declined or merged at the cut-off')
    .optional(),
});
export type RequestFilters = z.infer<typeof requestFilters>;

export const listRequestsInput = requestFilters.extend({
  release: releaseParameter,
  sort: z
    .enum(SORTS)
    .default('-received')
    .describe(
      '-received (newest first), received (oldest first) or -waiting (open requests, longest waiting first)',
    ),
  limit: limitParameter,
  cursor: cursorParameter.optional(),
});

export const listRequestsOutput = z.object({
  data: z.array(requestRow).describe('Requests of this page'),
  next: z.string().nullable().describe('Cursor of the next page; null on the last'),
  total: z.number().int().describe('Requests that match, over all pages'),
  release: releaseNumber,
});

export const getRequestInput = z.object({
  code: z
    .string()
    .min(1)
    .max(64)
    .describe('Public code, or id of a guarded row; case, hyphens and spaces are forgiven'),
});

const timelineEntry = z.object({
  kind: z.enum(EVENT_KINDS).describe('What happened'),
  day: z.string().describe('Local day'),
  agency_responsible: z.string().nullable().describe('Office that did it'),
  note: z.string().nullable().describe('Public note, approved for publication'),
});

const requestLive = z.object({
  service_request_id: z.string().describe('Public code'),
  tier: z
    .enum(['open', 'guarded', 'status_only'])
    .describe(
      'How much of it is published; status_only: nothing but its status, whatever the reason, which is not told',
    ),
  status: z.enum(['received', 'being_handled', 'closed']).describe('Now'),
  detail: z
    .object({
      area_code: ofRow.shape.area_code,
      service_code: ofRow.shape.service_code,
      service_group: ofRow.shape.service_group,
      agency_responsible: ofRow.shape.agency_responsible,
      received_period: z
        .string()
        .nullable()
        .describe('Local day or month of receipt; null: not published before its release'),
      weeks_waiting: z
        .number()
        .int()
        .nullable()
        .describe('Whole weeks, turning on Mondays; null: see the days'),
      outcome: ofRow.shape.outcome.describe('How far it has come'),
      first_response_due: ofRow.shape.first_response_due,
      resolution_due: ofRow.shape.resolution_due,
      first_response_hours: ofRow.shape.first_response_hours,
      resolution_hours: ofRow.shape.resolution_hours,
      reporter_says: ofRow.shape.reporter_says,
      reporters: ofRow.shape.reporters,
      public_summary: ofRow.shape.public_summary,
      merged_into: z.string().nullable().describe('Public code of the request that it was merged into'),
      timeline: z.array(timelineEntry).describe('What happened, the oldest first'),
    })
    .nullable()
    .describe('Null where nothing but the status is published'),
});
export type RequestLiveAnswer = z.infer<typeof requestLive>;

const requestStatus = requestLive.extend({
  kind: z.literal('status').describe('The status page of a request, live'),
  released: requestRow
    .nullable()
    .describe(
      'The row of the newest release under the same code; null when there is none, or for guarded ones',
    ),
  release: releaseNumber.nullable(),
});

const publishedRecord = z.object({
  kind: z
    .literal('record')
    .describe('A guarded row of the newest release, by its own id: no status page, and tied to none'),
  service_request_id: z.string().describe('Id of the row'),
  released: requestRow,
  release: releaseNumber,
});
export type PublishedRecord = z.infer<typeof publishedRecord>;

export const getRequestOutput = z.discriminatedUnion('kind', [
  requestStatus.meta({ id: 'RequestStatus' }),
  publishedRecord.meta({ id: 'PublishedRecord' }),
]);
