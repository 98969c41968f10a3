import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { csvImporter } from '../../../db/import/csv.ts';
import { ImportError, type ImportReport } from '../../../db/import/types.ts';
import { parsePublicCode } from '../../../db/public-code.ts';
import { csv, HEADER, manyRows, row } from './boston-rows.ts';
import { type Triage, triageWith } from './triage.ts';

let boston: Triage;
beforeAll(async () => {
  boston = await triageWith('boston');
});
afterAll(() => boston.drop());
beforeEach(async () => {
  await boston.importer.pool.query('truncate triage.request cascade');
});

const run = async (content: string | Uint8Array, name = 'requests.csv') =>
  boston.run(csvImporter, await boston.write(name, content));
const requests = async () =>
  (
    await boston.importer.pool.query(
      'select *, changed_xid::text, xmin::text from triage.request order by external_id',
    )
  ).rows;
const history = async (id: string) =>
  (
    await boston.importer.pool.query(
      `select e.kind, e.at from triage.event e join triage.request r on r.id = e.request_id
        where r.external_id = $1 order by e.at, e.id`,
      [id],
    )
  ).rows.map(({ kind, at }: { kind: string; at: Date }) => `${kind} ${at.toISOString().slice(0, 16)}`);
const refusal = async (work: Promise<ImportReport>): Promise<ImportError> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ImportError) return error;
  throw new Error('the file was not refused', { cause: error });
};

describe('importing a CSV file', () => {
  it('takes each row as a request with what has happened to it, and no first response that nobody recorded', async () => {
    const report = await run(
      csv([
        row(1, { closed_dt: '2011-07-02 09:30:00', target_dt: '2011-07-08 08:00:00' }),
        row(2, { ward: '', latitude: '42.3594', longitude: '-71.0587' }),
      ]),
    );
    expect(report).toMatchObject({ read: 2, accepted: 2, unchanged: 0, rejected: 0, rejects_file: null });
    const [closed, open] = await requests();
    expect(closed).toMatchObject({
      source: 'boston-311',
      external_id: '1',
      service_code: 'trees',
      area_code: 'ward-3',
      agency_responsible: 'parks',
      lat: 42.36,
      long: -71.06,
      status: 'closed',
      received_at: new Date('2011-07-01T12:00:00Z'),
      expected_at: new Date('2011-07-08T12:00:00Z'),
    });
    expect(open).toMatchObject({
      area_code: 'boston',
      lat: null,
      long: null,
      status: 'open',
      expected_at: null,
    });
    expect(await history('1')).toEqual(['received 2011-07-01T12:00', 'resolved 2011-07-02T13:30']);
    expect(await history('2')).toEqual(['received 2011-07-01T12:00']);
    for (const { service_request_id } of [closed, open])
      expect(parsePublicCode(service_request_id)).toEqual({ ok: true, code: service_request_id });
  });

  it('keeps a request that was closed in the second it was opened', async () => {
    await run(csv([row(1, { closed_dt: '2011-07-01 08:00:00' })]));
    expect(await history('1')).toEqual(['received 2011-07-01T12:00', 'resolved 2011-07-01T12:00']);
    expect((await requests())[0]).toMatchObject({ status: 'closed' });
  });

  it('changes nothing the second time: no row is written, no code moves', async () => {
    const text = csv([row(1, { closed_dt: '2011-07-02 09:30:00' }), row(2), row(3, { ward: '' })]);
    await run(text);
    const before = await requests();
    expect(await run(text)).toMatchObject({ read: 3, accepted: 0, unchanged: 3, rejected: 0 });
    expect(await requests()).toEqual(before);
    expect((await boston.importer.pool.query('select count(*) from triage.event')).rows).toEqual([
      { count: 4 },
    ]);
  });

  it('takes plain and gzip, a byte order mark, Windows line ends, quotes and line breaks in fields', async () => {
    const text = csv([row(1), row(2)]);
    await run(gzipSync(text), 'requests.csv.gz');
    const dressed = `\uFEFF${text.replaceAll('\n', '\r\n').replace(',Trees,', ',"Trees",')}\r\n`;
    expect(await run(dressed)).toMatchObject({ read: 2, accepted: 0, unchanged: 2, rejected: 0 });
    const broken = csv([row(1, { closure_reason: '"two\nlines, and a ""quote"""' }), row(2)]);
    expect(await run(broken)).toMatchObject({ read: 2, accepted: 0, unchanged: 2, rejected: 0 });
  });

  it('never reads what the declaration forbids: it reaches neither the database nor the rejects file', async () => {
    const report = await run(
      csv([
        row(1, { closure_reason: 'CANARY 617 555 0134' }),
        row(2, { closure_reason: 'CANARY', reason: 'CANARY', ward: 'CANARY', open_dt: 'CANARY' }),
        `${row(3)},CANARY`,
      ]),
    );
    expect(report).toMatchObject({ read: 3, accepted: 1, rejected: 2 });
    expect(await readFile(report.rejects_file ?? '', 'utf8')).not.toContain('CANARY');
    expect(report.notes.join()).not.toContain('CANARY');
    expect(JSON.stringify(await requests())).not.toContain('CANARY');
  });

  it('lets one import of a source run at a time', async () => {
    const text = csv(manyRows(3000));
    const results = await Promise.allSettled([run(text, 'a.csv'), run(text, 'b.csv')]);
    const failed = results.filter((result) => result.status === 'rejected');
    expect(failed).toHaveLength(1);
    expect(String(failed[0]?.reason)).toContain('Another import of boston-311 is running');
    expect(await run(text)).toMatchObject({ unchanged: 3000 });
  });
});

describe('a source that has changed since it was imported', () => {
  it('adds the resolution of what was closed since, and says so to the change feed', async () => {
    await run(csv([row(1), row(2)]));
    const [before] = await requests();
    const report = await run(csv([row(1, { closed_dt: '2011-07-05 10:00:00' }), row(2)]));
    expect(report).toMatchObject({ accepted: 1, unchanged: 1 });
    const [after] = await requests();
    expect(after).toMatchObject({ status: 'closed', service_request_id: before?.service_request_id });
    expect(after?.changed_xid).not.toBe(before?.changed_xid);
    expect(await history('1')).toEqual(['received 2011-07-01T12:00', 'resolved 2011-07-05T14:00']);
  });

  it('reopens what is open again, and closes it once more later', async () => {
    const closed = csv([row(1, { closed_dt: '2011-07-05 10:00:00' })]);
    await run(closed);
    const open = csv([row(1)]);
    expect(await run(open)).toMatchObject({ accepted: 1 });
    expect(await run(open)).toMatchObject({ accepted: 0, unchanged: 1 });
    expect((await requests())[0]).toMatchObject({ status: 'open' });
    expect((await history('1')).map((entry) => entry.split(' ')[0])).toEqual([
      'received',
      'resolved',
      'reopened',
    ]);
    expect(await run(closed)).toMatchObject({ accepted: 1 });
    expect(await run(closed)).toMatchObject({ accepted: 0, unchanged: 1 });
    expect((await requests())[0]).toMatchObject({ status: 'closed' });
  });

  it('takes a later closing for a reopening, so that the wait is not cut short', async () => {
    await run(csv([row(1, { closed_dt: '2011-07-05 10:00:00' })]));
    const later = csv([row(1, { closed_dt: '2011-07-09 10:00:00' })]);
    expect(await run(later)).toMatchObject({ accepted: 1 });
    expect(await run(later)).toMatchObject({ accepted: 0, unchanged: 1 });
    expect(await history('1')).toEqual([
      'received 2011-07-01T12:00',
      'resolved 2011-07-05T14:00',
      'reopened 2011-07-05T14:00',
      'resolved 2011-07-09T14:00',
    ]);
    expect((await requests())[0]).toMatchObject({ status: 'closed' });
  });

  it('updates service, area, office and target, keeping the code', async () => {
    await run(csv([row(1)]));
    const [before] = await requests();
    const report = await run(
      csv([row(1, { reason: 'Graffiti', ward: '04', department: 'PROP', target_dt: '2011-08-01 00:00:00' })]),
    );
    expect(report).toMatchObject({ accepted: 1 });
    expect((await requests())[0]).toMatchObject({
      service_request_id: before?.service_request_id,
      service_code: 'graffiti',
      area_code: 'ward-4',
      agency_responsible: 'property-management',
      expected_at: new Date('2011-08-01T04:00:00Z'),
    });
  });

  it('never rewrites history: an earlier closing and another receipt are rejected and change nothing', async () => {
    await run(csv([row(1, { closed_dt: '2011-07-05 10:00:00' }), row(2)]));
    const before = await requests();
    const report = await run(
      csv([
        row(1, { closed_dt: '2011-07-03 10:00:00', ward: 'Ward 9' }),
        row(2, { open_dt: '2011-07-02 08:00:00' }),
      ]),
    );
    expect(report).toMatchObject({ read: 2, accepted: 0, unchanged: 0, rejected: 2 });
    expect(await requests()).toEqual(before);
    const rejects = await readFile(report.rejects_file ?? '', 'utf8');
    expect(rejects).toContain('2,1,its time of closing is earlier');
    expect(rejects).toContain('3,2,its time of receipt is another');
  });

  it('leaves alone what staff have declined', async () => {
    await run(csv([row(1)]));
    await boston.importer.pool.query(
      `insert into triage.event (request_id, kind, at) select id, 'declined', received_at + interval '1 day' from triage.request`,
    );
    const before = await requests();
    expect(await run(csv([row(1, { closed_dt: '2011-07-05 10:00:00' })]))).toMatchObject({ unchanged: 1 });
    expect(await requests()).toEqual(before);
  });
});

describe('rows that cannot be used', () => {
  it('go to the rejects file with row number, id and reason; the sum adds up (golden file)', async () => {
    const report = await run(
      csv([
        row(1),
        row(1, { ward: '04' }),
        row(''),
        row('x'.repeat(300)),
        row(5, { open_dt: '' }),
        row(6, { open_dt: '07/01/2011' }),
        row(7, { open_dt: '2011-02-30 00:00:00' }),
        row(8, { open_dt: '2911-07-01 08:00:00' }),
        row(9, { closed_dt: '2011-06-30 08:00:00' }),
        row(10, { closed_dt: '2911-07-01 08:00:00' }),
        row(11, { case_status: 'Closed' }),
        row(12, { case_status: 'Open', closed_dt: '2011-07-02 08:00:00' }),
        row(13, { case_status: 'Lost' }),
        row(14, { reason: 'Spaceships' }),
        row(15, { reason: '' }),
        row(16, { department: 'NASA' }),
        row(17, { ward: 'Ward 99' }),
        row(18, { ward: 'Ward three' }),
        row(19).split(',').slice(0, 5).join(','),
        `${row(20)},one more`,
        HEADER.join(','),
        row(22, { department: '', latitude: 'north', longitude: '' }),
        row(23, { latitude: '142', longitude: '-71' }),
        row(24, { ward: '', latitude: '40.7', longitude: '-74.0' }),
      ]),
    );
    expect(report).toMatchObject({ read: 24, accepted: 4, unchanged: 0, rejected: 20 });
    expect(report.read).toBe(report.accepted + report.unchanged + report.rejected);
    await expect(await readFile(report.rejects_file ?? '', 'utf8')).toMatchFileSnapshot(
      'golden/requests.csv.rejects.csv',
    );
    expect(report.notes).toContain('rows with coordinates that are no place on Earth, kept without: 1');
  });

  it('leave no rejects file behind once they are mended', async () => {
    const file = await boston.write('mended.csv', csv([row(1, { reason: 'Spaceships' })]));
    const rejects = path.join(boston.folder, 'mended.rejects.csv');
    expect((await boston.run(csvImporter, file, { rejects })).rejects_file).toBe(rejects);
    await boston.write('mended.csv', csv([row(1)]));
    expect((await boston.run(csvImporter, file, { rejects })).rejects_file).toBeNull();
    await expect(readFile(rejects)).rejects.toThrow('ENOENT');
  });

  it('and bytes that are not UTF-8 are told where they matter', async () => {
    const text = Buffer.from(
      csv([row(1, { reason: 'Tr\u00e9es' }), row(2, { closure_reason: 'caf\u00e9' })]),
      'latin1',
    );
    const report = await run(text);
    expect(report).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
    expect(report.notes).toContain(
      'rejected, since the column reason holds bytes that are not UTF-8 (first: row 2): 1',
    );
  });
});

/** One bit is another in the middle. */
const damaged = (content: Buffer): Buffer => {
  const copy = Buffer.from(content);
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
};

describe('a CSV file that cannot be used is refused with what to do, and nothing is kept', () => {
  const text = csv([row(1), row(2)]);
  const cases: [name: string, content: string | Uint8Array, file: string, message: RegExp][] = [
    ['empty', '', 'a.csv', /is empty/],
    ['only empty lines', '\n\n', 'a.csv', /holds no line of CSV/],
    ['not gzip', text, 'a.csv.gz', /is named \.gz but its content is not gzip/],
    ['a spreadsheet', 'PK\u0003\u0004…', 'a.csv', /a ZIP archive or a spreadsheet.*export the sheet as CSV/],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'a.csv', /is UTF-16 text\. Save it as UTF-8/],
    [
      'columns missing',
      csv([], 'case_enquiry_id,open_dt'),
      'a.csv',
      /header lacks closed_dt, target_dt, case_status/,
    ],
    [
      'another delimiter',
      text.replaceAll(',', ';'),
      'a.csv',
      /with "," between them; it has one column only/,
    ],
    ['a column twice', csv([], `${HEADER.join(',')},ward`), 'a.csv', /names ward more than once/],
    ['no header', row(1), 'a.csv', /header lacks case_enquiry_id/],
    [
      'damaged gzip',
      damaged(gzipSync(text)),
      'a.csv.gz',
      /is damaged: its gzip checksum or structure is wrong/,
    ],
    ['gzip cut in its header', gzipSync(text).subarray(0, 8), 'a.csv.gz', /the gzip data ends too early/],
  ];
  it.each(cases)('%s', async (_, content, file, message) => {
    expect((await refusal(run(content, file))).message).toMatch(message);
    expect(await requests()).toEqual([]);
  });

  it('a mapping that the pack does not have', async () => {
    const file = await boston.write('a.csv', text);
    const error = await refusal(boston.run(csvImporter, file, { mapping: 'nairobi' }));
    expect(error.message).toBe('There is no mapping "nairobi". The pack has: boston-311.');
  });
});

describe('a file that breaks off in the middle', () => {
  const rows = manyRows(3_000);
  const whole = csv(rows);
  const packed = gzipSync(whole);
  const middle = Math.floor(whole.length * 0.9);
  const line = whole.slice(0, middle).split('\n').length;
  const within = `${whole.slice(0, whole.indexOf('\n', middle) - 30)}`;
  const quoted = whole
    .split('\n')
    .with(2_000, row('"never closed', { ward: 'Ward 4' }))
    .join('\n');

  const cases: [name: string, content: string | Uint8Array, kept: number, message: RegExp][] = [
    [
      'truncated gzip',
      packed.subarray(0, Math.floor(packed.length * 0.9)),
      -1,
      /the gzip data ends too early/,
    ],
    ['cut in the middle of a line', within, line - 2, /the last line ends in the middle/],
    ['a quote that is never closed', quoted, 1_999, /line \d+: a quoted field/],
    [
      'text after a quoted field',
      whole.replace(/\n101999,/, '\n"101999"x,'),
      1_999,
      /line 2001: a quoted field is followed by something other/,
    ],
    [
      'a quote in the middle of a field',
      whole.replace(/\n101999,/, '\n110"999,'),
      1_999,
      /line 2001: a quote stands inside/,
    ],
  ];
  it.each(cases)(
    '%s: what came before is kept, and the whole file completes it',
    async (_, content, kept, message) => {
      const error = await refusal(run(content));
      expect(error.message).toMatch(message);
      const report = error.report;
      expect(report).toMatchObject({ unchanged: 0, rejected: 0 });
      expect(report?.accepted).toBe(report?.read);
      if (kept >= 0) expect(report?.accepted).toBe(kept);
      else expect(report?.accepted).toBeGreaterThan(1000);
      expect(error.message).toContain(
        `Kept so far: ${report?.read} rows read = ${report?.accepted} accepted`,
      );
      const before = await requests();
      expect(before).toHaveLength(report?.accepted ?? -1);
      const again = await run(whole);
      expect(again).toMatchObject({
        read: 3_000,
        accepted: 3_000 - before.length,
        unchanged: before.length,
      });
      expect((await requests()).slice(0, before.length)).toEqual(before);
    },
  );
});
