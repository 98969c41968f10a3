import { createDecipheriv, hkdfSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reporterToken, tokenDigest } from '../../../db/anonymise/sealed-box.ts';
import { publishLive } from '../../../db/publish/live.ts';
import { publishReleases } from '../../../db/publish/release.ts';
import { at, openSmallCounty, type SmallCounty } from '../../setup/small-county.ts';
import { addEvent, addRequest } from '../../setup/triage-fixture.ts';

const PLANTED = {
  phone: '+254700001',
  body: 'My name is Kiprono Chebet, call me',
  note: 'Seen by J. Biwott',
};

let county: SmallCounty;
beforeAll(async () => {
  county = await openSmallCounty();
});
afterAll(() => county.close());

/** The box's text, opened apart from the code that sealed it. */
function open(secret: Buffer, code: string, box: string): string {
  const bytes = Buffer.from(box, 'base64url');
  const key = Buffer.from(hkdfSync('sha256', secret, code, 'majibu sealed box v1', 32));
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(code)).setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString();
}
const live = async (code: string) =>
  (
    await county.publisher.pool.query('select * from published.request_live where service_request_id = $1', [
      code,
    ])
  ).rows[0];

describe('the live status of a request', () => {
  it('follows the triage database, touching only what changed', async () => {
    const a = await addRequest(county.importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-04T10:00'),
      reporters: [1],
      body: PLANTED.body,
    });
    await addRequest(county.importer, {
      service: 'light',
      area: 'south',
      received_at: at('2026-05-04T11:00'),
    });
    expect(await publishLive(county.job('2026-05-05T09:00'))).toMatchObject({ read: 2, changed: 2 });
    expect(await live(a.code)).toMatchObject({
      tier: 'open',
      status: 'received',
      detail: { outcome: 'waiting', timeline: [{ kind: 'received', day: '2026-05-04' }] },
    });
    await addEvent(county.importer, a.id, {
      kind: 'acknowledged',
      at: at('2026-05-05T10:00'),
      note: PLANTED.note,
    });
    await addEvent(county.importer, a.id, {
      kind: 'assigned',
      at: at('2026-05-05T10:30'),
      note: 'A grader comes on Monday',
      approved: true,
    });
    // A transaction that others have open in the cluster can make it look at more than that; it changes no more.
    expect(await publishLive(county.job('2026-05-05T11:00'))).toMatchObject({ changed: 1 });
    expect(await live(a.code)).toMatchObject({
      status: 'being_handled',
      detail: {
        timeline: [
          { kind: 'received' },
          { kind: 'acknowledged', note: null },
          { kind: 'assigned', note: 'A grader comes on Monday' },
        ],
      },
    });
    expect(await publishLive(county.job('2026-05-05T11:01'))).toMatchObject({ changed: 0 });
  });

  it('shows a guarded request by week and jurisdiction alone, then at the precision of its row', async () => {
    const clinics: string[] = [];
    for (const reporter of [1, 2, 3, 4, 5])
      clinics.push(
        (
          await addRequest(county.importer, {
            service: 'clinic',
            area: 'north',
            received_at: at('2026-05-07T10:00'),
            reporters: [reporter],
            events: reporter === 1 ? [{ kind: 'started', at: at('2026-05-08T10:00') }] : [],
          })
        ).code,
      );
    const [code = ''] = clinics;
    await publishLive(county.job('2026-05-09T09:00'));
    expect(await live(code)).toMatchObject({
      tier: 'guarded',
      status: 'received',
      detail: {
        area_code: 'county',
        service_code: null,
        service_group: null,
        agency_responsible: null,
        received_period: null,
        received_week: '2026-05-04',
        reporters: null,
        first_response_hours: null,
        timeline: [],
      },
    });
    // Nothing has changed since, but a Monday has passed: who watches learns the week, not the day.
    await publishLive(county.job('2026-05-10T23:59'));
    expect(await live(code)).toMatchObject({ status: 'received', detail: { outcome: 'waiting' } });
    await publishLive(county.job('2026-05-11T00:01'));
    expect(await live(code)).toMatchObject({ status: 'being_handled', detail: { outcome: 'in_progress' } });
    await publishReleases({ ...county.job('2026-06-02T09:00'), manifestFiles: async () => [] });
    const released = {
      area_code: 'north',
      service_code: 'clinic',
      service_group: 'health',
      agency_responsible: 'health',
      received_period: '2026-05',
      received_week: null,
      // Neither hours nor a number of people: they would tell which row of the release is this page's.
      reporters: null,
      first_response_hours: null,
      resolution_hours: null,
    };
    expect((await live(code)).detail).toMatchObject(released);
    const { rows: lines } = await county.publisher.pool.query(
      'select id from published.request_version v, publisher.placement p, lateral (select v.service_request_id as id) x where p.record_id = v.service_request_id',
    );
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(clinics).not.toContain(line.id);
    await publishLive(county.job('2026-06-03T11:00'));
    expect(await live(code)).toMatchObject({ status: 'being_handled', detail: released });
  });

  it('keeps what only the reporter may read in a box, and touches it when something changed', async () => {
    const made = await addRequest(county.importer, {
      service: 'corruption',
      area: 'north',
      received_at: at('2026-05-12T10:00'),
      reporters: [9],
      body: PLANTED.body,
    });
    await publishLive(county.job('2026-05-12T11:00'));
    const first = await live(made.code);
    expect(first).toMatchObject({ tier: 'sensitive', detail: null });
    const { rows } = await county.importer.query('select secret from triage.request where id = $1', [
      made.id,
    ]);
    const plain = JSON.parse(open(rows[0].secret, made.code, first.sealed));
    expect(plain).toMatchObject({
      version: 1,
      tier: 'sensitive',
      received_at: '2026-05-12T10:00:00+03:00',
      area_code: 'north',
      service_code: 'corruption',
      history: [{ kind: 'received', at: '2026-05-12T10:00:00+03:00', note: null }],
    });
    expect(JSON.stringify(plain)).not.toContain('Kiprono');
    expect(first.token_sha256).toBe(tokenDigest(reporterToken(rows[0].secret, made.code)));
    await addEvent(county.importer, made.id, { kind: 'resolved', at: at('2026-05-13T10:00') });
    await publishLive(county.job('2026-05-13T11:00'));
    const second = await live(made.code);
    expect(second.sealed).not.toBe(first.sealed);
    expect(second.sealed.length).toBe(first.sealed.length);
    await county.importer.query('update triage.request set secret = null where id = $1', [made.id]);
    await publishLive(county.job('2026-05-13T12:00'));
    expect(await live(made.code)).toMatchObject({ status: 'closed', sealed: null, token_sha256: null });
  });

  it('names the request that another was merged into only where both are open', async () => {
    const into = await addRequest(county.importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-10T10:00'),
    });
    const guarded = await addRequest(county.importer, {
      service: 'clinic',
      area: 'north',
      received_at: at('2026-05-10T10:00'),
    });
    const merged = [{ kind: 'merged' as const, at: at('2026-05-11T10:00') }];
    const a = await addRequest(county.importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-10T12:00'),
      events: merged,
      duplicate_of: into.id,
    });
    const b = await addRequest(county.importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-10T12:00'),
      events: merged,
      duplicate_of: guarded.id,
    });
    await publishLive(county.job('2026-05-12T09:00'));
    expect((await live(a.code)).detail.merged_into).toBe(into.code);
    expect((await live(b.code)).detail.merged_into).toBeNull();
  });

  it.each([
    ['is withheld', `withheld_reason = 'personal_data'`],
    ['is raised to a stricter tier', `tier_raised = 'sensitive'`],
  ])('names the other request no more once that %s', async (_, change) => {
    const into = await addRequest(county.importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-10T10:00'),
    });
    const merged = await addRequest(county.importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-10T12:00'),
      events: [{ kind: 'merged', at: at('2026-05-11T10:00') }],
      duplicate_of: into.id,
    });
    await publishLive(county.job('2026-05-12T09:00'));
    expect((await live(merged.code)).detail.merged_into).toBe(into.code);
    await county.importer.query(`update triage.request set ${change} where id = $1`, [into.id]);
    await publishLive(county.job('2026-05-12T10:00'));
    expect((await live(into.code)).detail).toBeNull();
    expect((await live(merged.code)).detail.merged_into).toBeNull();
  });

  it('lets nothing private into the published database', async () => {
    const { rows: tables } = await county.publisher.pool.query(
      `select table_name from information_schema.tables where table_schema = 'published'`,
    );
    expect(tables.length).toBeGreaterThan(8);
    for (const { table_name } of tables) {
      const { rows } = await county.publisher.pool.query(
        `select t::text as text from published.${table_name} t`,
      );
      const text = rows.map((row) => row.text).join('\n');
      for (const planted of ['25470000', 'Kiprono', 'Chebet', 'Biwott']) expect(text).not.toContain(planted);
    }
  });
});
