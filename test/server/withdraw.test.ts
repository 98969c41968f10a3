/**
 * `portal withdraw` beside a running web process, which serves the new state everywhere without being started again:
 * pages, API, statistics, downloads of every release, in both languages.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../db/config.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { runCommandLine } from '../../src/server/command-line.ts';
import { addressesOf } from '../resilience/portal-command.ts';
import { openTestPortal, type TestPortal, type WebProcess } from '../setup/portal-process.ts';
import { addRequest } from '../setup/triage-fixture.ts';
import { ask } from './front-setup.ts';

const SUMMARY = 'A drain is blocked behind the market of Kapsowar';
let portal: TestPortal;
let web: WebProcess;
let port: number;
const codes: string[] = [];

beforeAll(async () => {
  portal = await openTestPortal(await loadPack(`${projectRoot}/db/jurisdictions/elgeyo-marakwet`));
  const importer = new pg.Client({ connectionString: portal.databases.urls.importer });
  await importer.connect();
  for (let i = 0; i < 25; i++) {
    const { code } = await addRequest(importer, {
      service: 'road-damage',
      area: '0739',
      received_at: new Date(Date.UTC(2026, 3 + (i % 3), 1 + i)),
      reporters: [i],
      ...(i === 0 && { summary: SUMMARY, summary_approved: true }),
    });
    codes.push(code);
  }
  await importer.end();
  await portal.publishLive(new Date());
  await portal.publishReleases(new Date());
  web = await portal.serve();
  port = Number(new URL(web.url).port);
});
afterAll(() => portal.stop());

async function command(args: string, answer?: string) {
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  const code = await runCommandLine({
    args: args.split(' '),
    env: addressesOf(portal.databases),
    out: write,
    error: write,
    terminal: { isTTY: false, columns: 80 },
    signal: new AbortController().signal,
    ...(answer !== undefined && { ask: async () => answer }),
  });
  return { code, said };
}

const PLACES = [
  '/requests?release=1',
  '/sw/requests',
  '/api/v1/requests?limit=100',
  '/api/v1/requests?release=1&limit=100',
  '/data/requests.csv',
  '/data/1/requests.csv',
  '/data/1/requests.ndjson',
];
const everywhere = async () =>
  (await Promise.all(PLACES.map(async (place) => (await ask(port, place)).text))).join('\n');
const received = async () =>
  JSON.parse((await ask(port, '/api/v1/statistics/requests_received?release=1')).text);

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not come to pass');
}

describe('withdrawing a report', () => {
  it('asks first, shows what would change, and changes nothing until it is told yes', async () => {
    const [code = ''] = codes;
    const before = await everywhere();
    expect(before).toContain(code);
    expect(await command(`withdraw ${code} --dry-run`)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/Would withdraw 1 report from \d+ releases:\n {2}release 1: 1 row fewer/),
    });
    const unasked = await command(`withdraw ${code}`);
    expect(unasked).toMatchObject({ code: 2, said: expect.stringContaining('add --yes') });
    const no = await command(`withdraw ${code}`, 'no');
    expect(no).toMatchObject({ code: 1, said: expect.stringContaining('Nothing was changed.') });
    expect(await everywhere()).toBe(before);
  });

  it('refuses what is no code, or one that nothing is published of', async () => {
    expect(await command('withdraw K7Q --yes')).toMatchObject({
      code: 2,
      said: expect.stringContaining('"K7Q" is no code: a code has ten letters and digits'),
    });
    expect(await command('withdraw 000-000-0000 --yes')).toMatchObject({
      code: 1,
      said: expect.stringContaining('Nothing is published of 000-000-0000'),
    });
  });

  it('takes it out of everything that a running portal serves, within seconds', async () => {
    const [code = '', , , other = ''] = codes;
    const [tag, count] = [(await ask(port, '/data/1/requests.csv')).headers['etag'], await received()];
    await everywhere();
    const done = await command(`withdraw ${code.toLowerCase()} ${other}`, 'yes');
    expect(done, done.said).toMatchObject({
      code: 0,
      said: expect.stringContaining('Withdrew 2 reports from'),
    });
    // A download that is cut short is none: its length is what the release said before.
    await until(async () => !(await everywhere().catch(() => code)).includes(code));
    const after = await everywhere();
    for (const gone of [code, other, SUMMARY]) expect(after).not.toContain(gone);
    const file = await ask(port, '/data/1/requests.csv');
    expect(file.headers['etag']).not.toBe(tag);
    const manifest = JSON.parse((await ask(port, '/data/1/manifest.json')).text);
    const listed = manifest.files.find((entry: { path: string }) => entry.path === '/data/1/requests.csv');
    expect(`"${listed.sha256}"`).toBe(file.headers['etag']);
    expect(Buffer.byteLength(file.text)).toBe(listed.bytes);
    expect((await received()).data[0].value).toBe(count.data[0].value - 2);
    const since = { 'if-modified-since': new Date().toUTCString() };
    expect((await ask(port, '/data/1/requests.csv', { headers: since })).status).toBe(200);
  });

  it('answers 410 for its page and in the API, in plain words of both languages', async () => {
    const [code = ''] = codes;
    const [en, sw, api] = await Promise.all(
      [`/i/${code}`, `/sw/i/${code}`, `/api/v1/requests/${code}`].map((place) => ask(port, place)),
    );
    expect([en?.status, sw?.status, api?.status]).toEqual([410, 410, 410]);
    expect(en?.text).toContain('This report is no longer shown');
    expect(sw?.text).toContain('Ripoti hii haionyeshwi tena');
    expect(JSON.parse(api?.text ?? '')).toMatchObject({ status: 410, title: 'Gone', reason: 'withdrawn' });
  });

  it('is told on the page of the release: how many and when, and the checksum of before', async () => {
    const [en, sw, api] = await Promise.all(
      ['/releases/1', '/sw/releases/1', '/api/v1/releases/1'].map((place) => ask(port, place)),
    );
    expect(en?.text).toMatch(/2 reports were withdrawn on /);
    expect(sw?.text).toMatch(/Ripoti 2 ziliondolewa /);
    const [withdrawal] = JSON.parse(api?.text ?? '').withdrawals;
    expect(withdrawal).toMatchObject({ requests: 2, coarsened: 0 });
    expect(en?.text).toContain(withdrawal.manifest_sha256);
    for (const code of [codes[0], codes[3]]) expect(`${en?.text}${api?.text}`).not.toContain(code);
  });

  it('again says that it was done before', async () => {
    expect(await command(`withdraw ${codes[0]}`)).toMatchObject({
      code: 0,
      said: expect.stringContaining('Withdrawn before: 1.'),
    });
  });
});
