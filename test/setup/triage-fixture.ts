/** Puts hand-made requests into a triage database, as an importer would. */
import type pg from 'pg';
import type { Pack } from '../../db/jurisdictions/types.ts';
import { publicCode } from '../../db/public-code.ts';
import type { EventKind } from '../../db/schema/triage.ts';

export interface FixtureRequest {
  readonly service: string;
  readonly area: string;
  readonly received_at: Date;
  /** numbers of reporters; each sends one message */
  readonly reporters?: readonly number[];
  readonly events?: readonly { kind: EventKind; at: Date; note?: string; approved?: boolean }[];
  readonly withheld?: 'personal_data' | 'abuse';
  readonly raised?: 'guarded' | 'sensitive';
  readonly summary?: string;
  readonly summary_approved?: boolean;
  readonly body?: string;
  readonly duplicate_of?: number;
}

export async function addDimensions(client: pg.Client, pack: Pack): Promise<void> {
  await client.query('begin');
  for (const a of pack.areas)
    await client.query(
      'insert into triage.area (area_code, level, parent_code, names, population, schematic, geometry) values ($1,$2,$3,$4,$5,$6,$7)',
      [
        a.area_code,
        a.level,
        a.parent_code,
        JSON.stringify(a.names),
        a.population,
        a.schematic,
        JSON.stringify(a.geometry),
      ],
    );
  for (const a of pack.agencies)
    await client.query('insert into triage.agency values ($1, $2)', [a.agency_code, JSON.stringify(a.names)]);
  for (const s of pack.services)
    await client.query('insert into triage.service values ($1,$2,$3,$4,$5)', [
      s.service_code,
      s.service_group,
      JSON.stringify(s.names),
      s.agency_responsible,
      s.tier,
    ]);
  await client.query('commit');
}

let made = 0;

/** Returns the id and the public code. */
export async function addRequest(
  client: pg.Client,
  request: FixtureRequest,
): Promise<{ id: number; code: string }> {
  let seed = ++made * 2_654_435_761;
  const code = publicCode(() => {
    seed = (Math.imul(seed ^ (seed >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return seed >>> 24;
  });
  await client.query('begin');
  const { rows } = await client.query<{ id: string }>(
    `insert into triage.request (service_request_id, source, external_id, service_code, area_code, received_at, tier_raised,
       public_summary, public_summary_by, public_summary_approved_by, withheld_reason, duplicate_of)
     values ($1, 'test', $2, $3, $4, $5, $6, $7, 'writer', $8, $9, $10) returning id`,
    [
      code,
      String(made),
      request.service,
      request.area,
      request.received_at,
      request.raised ?? null,
      request.summary ?? null,
      request.summary_approved ? 'approver' : null,
      request.withheld ?? null,
      request.duplicate_of ?? null,
    ],
  );
  const id = Number(rows[0]?.id);
  for (const reporter of request.reporters ?? []) {
    await client.query('insert into triage.reporter (phone) values ($1) on conflict do nothing', [
      `+25470000${reporter}`,
    ]);
    await client.query(
      `with m as (insert into triage.message (reporter_id, channel, external_id, received_at, body)
         select id, 'whatsapp', $2, $3, $4 from triage.reporter where phone = $1 returning id)
       insert into triage.request_message select $5, id from m`,
      [`+25470000${reporter}`, `${id}/${reporter}`, request.received_at, request.body ?? null, id],
    );
  }
  for (const event of [{ kind: 'received' as const, at: request.received_at }, ...(request.events ?? [])])
    await addEvent(client, id, event);
  await client.query('commit');
  return { id, code };
}

export async function addEvent(
  client: pg.Client,
  request: number,
  event: { kind: EventKind; at: Date; note?: string; approved?: boolean },
): Promise<void> {
  await client.query(
    `insert into triage.event (request_id, kind, at, public_note, public_note_by, public_note_approved_by) values ($1,$2,$3,$4,$5,$6)`,
    [
      request,
      event.kind,
      event.at,
      event.note ?? null,
      event.note ? 'writer' : null,
      event.note && event.approved ? 'approver' : null,
    ],
  );
}
