/**
 * The demonstration as rows of the triage tables.
 *
 * In:     a Demonstration
 * Out:    per table its columns and rows, in the order in which they can be written
 */
import { createHash } from 'node:crypto';
import type { CopyValue } from './copy-rows.ts';
import type { Demonstration } from './demonstration.ts';

/** The source of its requests and the channel of its messages. */
export const DEMONSTRATION = 'demonstration';

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CopyValue[])[];
}

/** In an order in which whatever is referred to comes first. */
export function tablesOf({ reporters, messages, requests }: Demonstration): Table[] {
  return [
    {
      name: 'reporter',
      columns: ['id', 'phone', 'language'],
      rows: reporters.map(({ id, phone, language }) => [id, phone, language]),
    },
    {
      name: 'message',
      columns: ['id', 'reporter_id', 'channel', 'external_id', 'received_at', 'body', 'media'],
      rows: messages.map(({ id, reporter, at, body, has_photo }) => [
        id,
        reporter.id,
        DEMONSTRATION,
        `message-${id}`,
        new Date(at),
        body,
        has_photo ? JSON.stringify({ type: 'image', mime_type: 'image/jpeg' }) : null,
      ]),
    },
    {
      name: 'request',
      columns: [
        'id',
        'service_request_id',
        'source',
        'external_id',
        'service_code',
        'area_code',
        'agency_responsible',
        'long',
        'lat',
        'received_at',
        'tier_raised',
        'public_summary',
        'public_summary_by',
        'public_summary_approved_by',
        'withheld_reason',
        'duplicate_of',
        'secret',
      ],
      rows: requests.map((request) => [
        request.id,
        request.service_request_id,
        DEMONSTRATION,
        `request-${request.id}`,
        request.service_code,
        request.area_code,
        request.agency_responsible,
        request.point?.[0] ?? null,
        request.point?.[1] ?? null,
        new Date(request.received),
        request.tier_raised,
        request.summary,
        request.summary_by,
        request.summary_approved_by,
        request.withheld_reason,
        request.duplicate_of?.id ?? null,
        `\\x${demonstrationSecret(request.service_request_id).toString('hex')}`,
      ]),
    },
    {
      name: 'request_message',
      columns: ['request_id', 'message_id'],
      rows: requests.flatMap((request) => request.messages.map((message) => [request.id, message.id])),
    },
    {
      name: 'event',
      columns: [
        'request_id',
        'kind',
        'at',
        'agency_responsible',
        'public_note',
        'public_note_by',
        'public_note_approved_by',
      ],
      rows: requests.flatMap((request) =>
        request.events.map((event) => [
          request.id,
          event.kind,
          new Date(event.at),
          event.agency_responsible,
          event.note,
          event.note_by,
          event.note_approved_by,
        ]),
      ),
    },
  ];
}

/** Known to everyone, as all of a demonstration is: the private links of its pages can be tried. */
function demonstrationSecret(code: string): Buffer {
  return createHash('sha256').update(`demonstration ${code}`).digest().subarray(0, 16);
}
