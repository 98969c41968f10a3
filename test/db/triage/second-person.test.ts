import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';
import { smallPack } from '../../setup/small-pack.ts';
import { addDimensions, addEvent, addRequest } from '../../setup/triage-fixture.ts';

let databases: TestDatabases;
let importer: pg.Client;
beforeAll(async () => {
  databases = await createTestDatabases();
  importer = new pg.Client({ connectionString: databases.urls.importer });
  await importer.connect();
  await addDimensions(importer, smallPack);
});
afterAll(async () => {
  await importer.end();
  await databases.drop();
});

const at = (day: string) => new Date(`${day}T10:00:00+03:00`);
const newRequest = () =>
  addRequest(importer, {
    service: 'road',
    area: 'north',
    received_at: at('2026-05-04'),
    events: [{ kind: 'resolved', at: at('2026-05-05') }],
  });

/** The two places of a public text: a request's summary and an event's note. */
const TEXTS = [
  { table: 'triage.request', text: 'public_summary', key: 'id' },
  { table: 'triage.event', text: 'public_note', key: `kind = 'resolved' and request_id` },
] as const;

describe.each(TEXTS)('$text', ({ table, text, key }) => {
  const set = (id: number, changes: Readonly<Record<string, string | null>>) => {
    const names = Object.keys(changes);
    return importer.query(
      `update ${table} set ${names.map((name, i) => `${name} = $${i + 2}`).join(', ')} where ${key} = $1`,
      [id, ...Object.values(changes)],
    );
  };
  const approver = async (id: number) =>
    (
      await importer.query<{ approver: string | null }>(
        `select ${text}_approved_by as approver from ${table} where ${key} = $1`,
        [id],
      )
    ).rows[0]?.approver;
  const [by, approved_by] = [`${text}_by`, `${text}_approved_by`];
  const written = async (writer: string | null = 'Jane Chebet') => {
    const { id } = await newRequest();
    await set(id, { [text]: 'The road was graded', [by]: writer });
    return id;
  };

  it('is approved by a second person', async () => {
    const id = await written();
    await set(id, { [approved_by]: 'Paul Limo' });
    expect(await approver(id)).toBe('Paul Limo');
  });

  it.each([
    'Jane Chebet',
    'jane chebet',
    ' JANE  CHEBET ',
    'Jane\u00a0Chebet',
    'jane.chebet',
    'Ｊａｎｅ Chebet',
    'Jane\u200bChebet',
  ])('is not approved by its writer under the name of "%s"', async (name) => {
    await expect(set(await written(), { [approved_by]: name })).rejects.toThrow(/second_person|check/);
  });

  it.each([null, '', '   ', '-'])('is not approved when nobody wrote it (%j)', async (writer) => {
    await expect(set(await written(writer), { [approved_by]: 'Paul Limo' })).rejects.toThrow(/second_person/);
  });

  it.each(['', ' ', '.'])('is not approved by nobody (%j)', async (name) => {
    await expect(set(await written(), { [approved_by]: name })).rejects.toThrow(/second_person/);
  });

  it('cannot be approved before there is a text', async () => {
    const { id } = await newRequest();
    await set(id, { [by]: 'Jane Chebet' });
    await expect(set(id, { [approved_by]: 'Paul Limo' })).rejects.toThrow(/second_person/);
  });

  it('loses its approval when it is changed, even in the same breath as it is approved', async () => {
    const id = await written();
    await set(id, { [approved_by]: 'Paul Limo' });
    await set(id, { [text]: 'The road of Mr Limo was graded', [approved_by]: 'Paul Limo' });
    expect(await approver(id)).toBeNull();
    await set(id, { [approved_by]: 'Paul Limo' });
    expect(await approver(id)).toBe('Paul Limo');
    await set(id, { [by]: 'Somebody else' });
    expect(await approver(id)).toBeNull();
  });

  it('keeps its approval when something else changes', async () => {
    const id = await written();
    await set(id, { [approved_by]: 'Paul Limo' });
    await set(id, { [text]: 'The road was graded', agency_responsible: 'health' });
    expect(await approver(id)).toBe('Paul Limo');
  });

  it('reaches the change feed when it is approved later', async () => {
    const id = await written();
    const xid = async () =>
      (
        await importer.query<{ xid: string }>(
          'select changed_xid::text as xid from triage.request where id = $1',
          [id],
        )
      ).rows[0]?.xid;
    const before = await xid();
    await set(id, { [approved_by]: 'Paul Limo' });
    expect(await xid()).not.toBe(before);
  });
});

describe('history', () => {
  it('can be added to with an approved note in one step, as an import does', async () => {
    const { id } = await newRequest();
    await addEvent(importer, id, { kind: 'confirmed', at: at('2026-05-06'), note: 'Seen', approved: true });
    const { rows } = await importer.query(
      `select public_note_approved_by as approver from triage.event where request_id = $1 and kind = 'confirmed'`,
      [id],
    );
    expect(rows).toEqual([{ approver: 'approver' }]);
  });
});
