import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBlocked } from '../../../db/publish/blocked-texts.ts';
import { publishLive } from '../../../db/publish/live.ts';
import { publishReleases } from '../../../db/publish/release.ts';
import { at, openSmallCounty, type SmallCounty } from '../../setup/small-county.ts';
import { addEvent, addRequest } from '../../setup/triage-fixture.ts';

let county: SmallCounty;
beforeEach(async () => {
  county = await openSmallCounty();
});
afterEach(() => county.close());

const publish = (now: string) => publishLive(county.job(now));
const release = (now: string) => publishReleases({ ...county.job(now), manifestFiles: async () => [] });
const detail = async (code: string) =>
  (
    await county.publisher.pool.query<{
      detail: { public_summary: string | null; timeline: { note: string | null }[] };
    }>('select detail from published.request_live where service_request_id = $1', [code])
  ).rows[0]?.detail;
const released = async (code: string) =>
  (
    await county.publisher.pool.query<{ summary: string | null }>(
      'select public_summary as summary from published.request_version where to_release is null and service_request_id = $1',
      [code],
    )
  ).rows.map((row) => row.summary);
const blocked = async () =>
  (await readBlocked(county.publisher.pool)).map(({ field, reasons, event_id }) => ({
    field,
    reasons,
    note: event_id !== null,
  }));

const report = (summary: string, body = 'Hapa kwetu maji hayajatoka wiki nzima') =>
  addRequest(county.importer, {
    service: 'road',
    area: 'north',
    received_at: at('2026-05-04T10:00'),
    reporters: [1],
    body,
    summary,
    summary_approved: true,
  });

describe('an approved text', () => {
  it('that names somebody is published neither live nor in a release, and the operator is told why', async () => {
    const { code } = await report('Culvert broken, call 0712 345 678');
    await publish('2026-05-05T09:00');
    expect(await detail(code)).toMatchObject({ public_summary: null });
    expect(await blocked()).toEqual([{ field: 'public_summary', reasons: ['telephone'], note: false }]);
    await release('2026-05-12T09:00');
    expect(await released(code)).toEqual([null]);
    expect(await blocked()).toHaveLength(1);
  });

  it('is counted by a release, and one of a sensitive report is not', async () => {
    await report('Culvert broken, call 0712 345 678');
    const hidden = await addRequest(county.importer, {
      service: 'corruption',
      area: 'north',
      received_at: at('2026-05-04T10:00'),
    });
    const note = {
      kind: 'acknowledged',
      at: at('2026-05-04T11:00'),
      note: 'Mr Biwott was heard',
      approved: true,
    } as const;
    await addEvent(county.importer, hidden.id, note);
    const reports = await release('2026-05-12T09:00');
    expect(await blocked()).toHaveLength(2);
    expect(reports.at(-1)?.privacy.blocked_texts).toBe(1);
  });

  it('without a fault is published, and costs no line of the list', async () => {
    const { code } = await report('Culvert broken near the school');
    await publish('2026-05-05T09:00');
    await release('2026-05-12T09:00');
    expect(await detail(code)).toMatchObject({ public_summary: 'Culvert broken near the school' });
    expect(await released(code)).toEqual(['Culvert broken near the school']);
    expect(await blocked()).toEqual([]);
  });

  it('that was mended and approved again is published, and its block is gone', async () => {
    const { id, code } = await report('Thanks to Mr Biwott for the culvert');
    await release('2026-05-12T09:00');
    await publish('2026-05-12T09:00');
    expect(await blocked()).toEqual([{ field: 'public_summary', reasons: ['title', 'name'], note: false }]);
    await county.importer.query(`update triage.request set public_summary = 'Culvert mended' where id = $1`, [
      id,
    ]);
    await publish('2026-05-12T09:01');
    expect(await detail(code)).toMatchObject({ public_summary: null });
    await county.importer.query(
      `update triage.request set public_summary_approved_by = 'approver' where id = $1`,
      [id],
    );
    await publish('2026-05-12T09:02');
    await release('2026-05-19T09:00');
    expect(await detail(code)).toMatchObject({ public_summary: 'Culvert mended' });
    expect(await released(code)).toEqual(['Culvert mended']);
    expect(await blocked()).toEqual([]);
  });

  it('that repeats the message of somebody whose report was merged into it is stopped', async () => {
    const { id, code } = await report('The culvert near our farm broke down');
    await publish('2026-05-05T09:00');
    expect(await detail(code)).toMatchObject({ public_summary: 'The culvert near our farm broke down' });
    await addRequest(county.importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-05T10:00'),
      reporters: [2],
      body: 'Please: the CULVERT near our farm, broke…',
      duplicate_of: id,
    });
    await county.importer.query('update triage.request set agency_responsible = $2 where id = $1', [
      id,
      'health',
    ]);
    await publish('2026-05-05T11:00');
    expect(await detail(code)).toMatchObject({ public_summary: null });
    expect(await blocked()).toEqual([{ field: 'public_summary', reasons: ['quotation'], note: false }]);
  });

  it('may name the places of the jurisdiction', async () => {
    await county.importer.query(
      `update triage.area set names = '{"en": "Kiplokoi"}' where area_code = 'north'`,
    );
    const { code } = await report('The chief of Kiplokoi asks for a road');
    await publish('2026-05-05T09:00');
    expect(await detail(code)).toMatchObject({ public_summary: 'The chief of Kiplokoi asks for a road' });
  });
});

describe('an approved note', () => {
  it('is stopped alone: the event and the other notes stay', async () => {
    const { id, code } = await report('Culvert broken');
    await addEvent(county.importer, id, {
      kind: 'acknowledged',
      at: at('2026-05-04T11:00'),
      note: 'Ask Jepkosgei at the office',
      approved: true,
    });
    await addEvent(county.importer, id, {
      kind: 'started',
      at: at('2026-05-04T12:00'),
      note: 'A team was sent',
      approved: true,
    });
    await publish('2026-05-05T09:00');
    expect((await detail(code))?.timeline.map((entry) => entry.note)).toEqual([
      null,
      null,
      'A team was sent',
    ]);
    expect(await blocked()).toEqual([{ field: 'public_note', reasons: ['name'], note: true }]);
  });
});

describe('a new version of the detector', () => {
  it('looks at texts again that an older one let pass, once per feed', async () => {
    const { code } = await report('Culvert broken near the school');
    await publish('2026-05-05T09:00');
    await release('2026-05-12T09:00');
    expect(await publish('2026-05-12T09:01')).toMatchObject({ changed: 0 });
    // As if an older detector had let something pass.
    await county.publisher.pool.query(`update publisher.text_check set detector_version = 'older'`);
    await county.publisher.pool.query(
      `update published.request_live set detail = jsonb_set(detail, '{public_summary}', '"Ask Mr Biwott"')`,
    );
    await county.publisher.pool.query(
      `update published.request_version set public_summary = 'Ask Mr Biwott'`,
    );
    expect(await publish('2026-05-12T09:02')).toMatchObject({ changed: 1 });
    expect(await detail(code)).toMatchObject({ public_summary: 'Culvert broken near the school' });
    await release('2026-08-04T09:00');
    expect(await released(code)).toEqual(['Culvert broken near the school']);
    const { rows } = await county.publisher.pool.query(
      `select * from publisher.text_check where detector_version = 'older'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('messages', () => {
  it('are read for requests with an approved text, and for no others', async () => {
    await addRequest(county.importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-04T10:00'),
      reporters: [1],
    });
    const asked: string[] = [];
    county.triage.pool.on('connect', (client) => {
      const query = client.query.bind(client);
      client.query = ((...given: Parameters<typeof query>) => {
        asked.push(String(given[0]));
        return query(...given);
      }) as typeof query;
    });
    await publish('2026-05-05T09:00');
    expect(asked.some((sql) => sql.includes('from triage.request r'))).toBe(true);
    expect(asked.filter((sql) => sql.includes('m.body'))).toEqual([]);
  });
});
