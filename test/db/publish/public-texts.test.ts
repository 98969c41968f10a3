import pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { connectPublisher, connectTriageReader } from '../../../db/connect.ts';
import { silent } from '../../../db/progress.ts';
import { readBlocked } from '../../../db/publish/blocked-texts.ts';
import { publishLive } from '../../../db/publish/live.ts';
import { publishReleases } from '../../../db/publish/release.ts';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';
import { smallPack } from '../../setup/small-pack.ts';
import { addDimensions, addEvent, addRequest } from '../../setup/triage-fixture.ts';

const at = (local: string) => new Date(`${local}:00+03:00`);
let databases: TestDatabases;
let importer: pg.Client;
let triage: ReturnType<typeof connectTriageReader>;
let publisher: ReturnType<typeof connectPublisher>;
beforeEach(async () => {
  databases = await createTestDatabases();
  importer = new pg.Client({ connectionString: databases.urls.importer });
  await importer.connect();
  triage = connectTriageReader(databases.urls.triage_reader);
  publisher = connectPublisher(databases.urls.publisher);
  await addDimensions(importer, smallPack);
  return async () => {
    await Promise.all([importer.end(), triage.close(), publisher.close()]);
    await databases.drop();
  };
});

const job = (now: string) => ({ triage, publisher, pack: smallPack, now: at(now), progress: silent });
const publish = (now: string) => publishLive(job(now));
const release = (now: string) => publishReleases({ ...job(now), manifestFiles: async () => [] });
const detail = async (code: string) =>
  (
    await publisher.pool.query<{
      detail: { public_summary: string | null; timeline: { note: string | null }[] };
    }>('select detail from published.request_live where service_request_id = $1', [code])
  ).rows[0]?.detail;
const released = async (code: string) =>
  (
    await publisher.pool.query<{ summary: string | null }>(
      'select public_summary as summary from published.request_version where to_release is null and service_request_id = $1',
      [code],
    )
  ).rows.map((row) => row.summary);
const blocked = async () =>
  (await readBlocked(publisher.pool)).map(({ field, reasons, event_id }) => ({
    field,
    reasons,
    note: event_id !== null,
  }));

const report = (summary: string, body = 'Hapa kwetu maji hayajatoka wiki nzima') =>
  addRequest(importer, {
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
    const hidden = await addRequest(importer, {
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
    await addEvent(importer, hidden.id, note);
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
    await importer.query(`update triage.request set public_summary = 'Culvert mended' where id = $1`, [id]);
    await publish('2026-05-12T09:01');
    expect(await detail(code)).toMatchObject({ public_summary: null });
    await importer.query(`update triage.request set public_summary_approved_by = 'approver' where id = $1`, [
      id,
    ]);
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
    await addRequest(importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-05T10:00'),
      reporters: [2],
      body: 'Please: the CULVERT near our farm, broke…',
      duplicate_of: id,
    });
    await importer.query('update triage.request set agency_responsible = $2 where id = $1', [id, 'health']);
    await publish('2026-05-05T11:00');
    expect(await detail(code)).toMatchObject({ public_summary: null });
    expect(await blocked()).toEqual([{ field: 'public_summary', reasons: ['quotation'], note: false }]);
  });

  it('may name the places of the jurisdiction', async () => {
    await importer.query(`update triage.area set names = '{"en": "Kiplokoi"}' where area_code = 'north'`);
    const { code } = await report('The chief of Kiplokoi asks for a road');
    await publish('2026-05-05T09:00');
    expect(await detail(code)).toMatchObject({ public_summary: 'The chief of Kiplokoi asks for a road' });
  });
});

describe('an approved note', () => {
  it('is stopped alone: the event and the other notes stay', async () => {
    const { id, code } = await report('Culvert broken');
    await addEvent(importer, id, {
      kind: 'acknowledged',
      at: at('2026-05-04T11:00'),
      note: 'Ask Jepkosgei at the office',
      approved: true,
    });
    await addEvent(importer, id, {
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
    await publisher.pool.query(`update publisher.text_check set detector_version = 'older'`);
    await publisher.pool.query(
      `update published.request_live set detail = jsonb_set(detail, '{public_summary}', '"Ask Mr Biwott"')`,
    );
    await publisher.pool.query(`update published.request_version set public_summary = 'Ask Mr Biwott'`);
    expect(await publish('2026-05-12T09:02')).toMatchObject({ changed: 1 });
    expect(await detail(code)).toMatchObject({ public_summary: 'Culvert broken near the school' });
    await release('2026-08-04T09:00');
    expect(await released(code)).toEqual(['Culvert broken near the school']);
    const { rows } = await publisher.pool.query(
      `select * from publisher.text_check where detector_version = 'older'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('messages', () => {
  it('are read for requests with an approved text, and for no others', async () => {
    await addRequest(importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-04T10:00'),
      reporters: [1],
    });
    const asked: string[] = [];
    triage.pool.on('connect', (client) => {
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
