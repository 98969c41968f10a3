/**
 * A broken pack, mapping, CSV or GeoJSON: each command says in one message what is wrong and where, ends with 1,
 * and the triage database stays what it was.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/server/command-line.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { lookAt } from './kill.ts';
import { caseFile, writePack } from './pack-folder.ts';
import { addressesOf, type Env, runPortal, secretsOf, workFolder } from './portal-command.ts';

let work: Awaited<ReturnType<typeof workFolder>>;
let databases: TestDatabases;
let triage: pg.Client;
let env: Env;
let good: string;
let broken: string;

beforeAll(async () => {
  work = await workFolder();
  databases = await createTestDatabases();
  triage = await lookAt(databases.superuser.triage);
  good = await writePack(path.join(work.folder, 'good'));
  broken = await brokenPack();
  env = { ...addressesOf(databases), JURISDICTION: good, DATA_DIR: path.join(work.folder, 'data') };
});
afterAll(async () => {
  await triage.end();
  await databases.drop();
  await work.remove();
});

/** Four faults in four files; each stands on a line of its own. */
async function brokenPack(): Promise<string> {
  const folder = await writePack(path.join(work.folder, 'broken'));
  const change = async (file: string, from: string, to: string) => {
    const text = await readFile(path.join(folder, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(path.join(folder, file), text.replace(from, to));
  };
  await change('jurisdiction.json', '"Africa/Nairobi"', '"Africa/Nairoby"');
  await change('agencies.csv', 'health,Health', 'health,');
  await change('services.csv', 'clinic,health,clinic,clinic,health', 'clinic,health,clinic,clinic,nobody');
  await change(
    'areas.geojson',
    '"level":"ward","parent_code":"county"',
    '"level":"ward","parent_code":"nowhere"',
  );
  await change('holidays.csv', '2026-06-01', '2026-06-31');
  return folder;
}

const FAULTS = [
  /^ {2}- jurisdiction\.json:\d+: .*Africa\/Nairobi/m,
  /^ {2}- agencies\.csv:3: /m,
  /^ {2}- services\.csv:4: .*nobody/m,
  /^ {2}- areas\.geojson:\d+: .*nowhere/m,
  /^ {2}- holidays\.csv:2: /m,
];

interface Said {
  readonly code: number;
  readonly text: string;
}

async function portal(args: readonly string[], given: Env = env): Promise<Said> {
  let text = '';
  const keep = (more: string) => {
    text += more;
  };
  const code = await runCommandLine({
    args,
    env: given,
    out: keep,
    error: keep,
    terminal: { isTTY: false, columns: 80 },
    signal: new AbortController().signal,
  });
  return { code, text };
}

function expectClean(said: string): void {
  for (const secret of secretsOf(env)) expect(said).not.toContain(secret);
  expect(said).not.toMatch(/\n\s+at |not expected|undefined|\[object/);
}

const contents = async () => {
  const tables = ['area', 'agency', 'service', 'request', 'event', 'message', 'reporter'];
  const found: Record<string, unknown> = {};
  for (const table of tables)
    found[table] = (
      await triage.query(
        `select count(*)::int as rows, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as digest from triage.${table} t`,
      )
    ).rows[0];
  return found;
};

describe('a pack with faults in every file', () => {
  const withBroken = () => ({ ...env, JURISDICTION: broken });

  it.each(['publish', 'release', 'import csv cases.csv', 'doctor'])(
    'is refused by "%s", which lists each with its file and line',
    async (command) => {
      const before = await contents();
      const { code, text } = await portal(command.split(' '), withBroken());
      expect(code).toBe(1);
      expect(text).toContain('5 faults');
      for (const fault of FAULTS) expect(text).toMatch(fault);
      expectClean(text);
      expect(await contents()).toEqual(before);
    },
  );

  it.each(['start', 'serve'])('is refused by "%s" before it listens', async (command) => {
    const port = { PORT: '0' };
    const { code, printed } = await runPortal([command], { ...withBroken(), ...port }, work.folder);
    expect(code).toBe(1);
    for (const fault of FAULTS) expect(printed).toMatch(fault);
    expect(printed).not.toMatch(/Open http|ready/);
    expectClean(printed);
  });
});

describe('a file that cannot be imported', () => {
  const cases = () => caseFile(50).text;
  const header = 'id,opened,acknowledged,closed,kind,ward\n';
  const csv: Readonly<Record<string, readonly [content: string | Uint8Array, message: RegExp]>> = {
    'that is empty': ['', /is empty/],
    'of another layout': ['a,b\n1,2\n', /header lacks id, opened/],
    'with another delimiter': [cases().replaceAll(',', ';'), /delimiter may be another/],
    'with a column twice': [header.replace('ward', 'kind').replace('\n', ',ward\n'), /more than once/],
    'in UTF-16': [Buffer.from(`\ufeff${cases()}`, 'utf16le'), /UTF-16/],
    'that is a spreadsheet': [Buffer.from('PK\u0003\u0004rest'), /spreadsheet/],
    'that is damaged gzip': [gzipSync(cases()).fill(7, 40, 60), /is damaged: its gzip/],
  };

  it.each(Object.keys(csv))('a CSV %s says so, and nothing is imported', async (name) => {
    const [content, message] = csv[name] ?? ['', /-/];
    await portal(['migrate']);
    const file = path.join(work.folder, 'bad.csv');
    await writeFile(file, content);
    // The pack's own areas, services and agencies come in with the first import, whatever its file.
    await portal(['import', 'csv', path.join(work.folder, 'none.csv'), '--rejects', `${file}.rejects`]);
    const before = await contents();
    const { code, text } = await portal(['import', 'csv', file, '--rejects', `${file}.rejects`]);
    expect(code).toBe(1);
    expect(text).toMatch(message);
    expectClean(text);
    expect(await contents()).toEqual(before);
  });

  const square = [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ];
  const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
  const feature = (geometry: object) => ({ type: 'Feature', properties: { code: 'north' }, geometry });
  const geojson: Readonly<Record<string, readonly [content: string, message: RegExp]>> = {
    'that breaks off': [
      collection(feature({ type: 'Polygon', coordinates: square })).slice(0, -9),
      /not JSON, or breaks off/,
    ],
    'that is one feature': [
      JSON.stringify(feature({ type: 'Polygon', coordinates: square })),
      /not a GeoJSON FeatureCollection/,
    ],
    'that is TopoJSON': [JSON.stringify({ type: 'Topology', objects: {} }), /TopoJSON/],
    'in metres': [
      collection(
        feature({
          type: 'Polygon',
          coordinates: [
            [
              [500_000, 9_000],
              [500_100, 9_000],
              [500_100, 9_100],
              [500_000, 9_000],
            ],
          ],
        }),
      ),
      /not in longitude and latitude/,
    ],
    'with null': ['null', /not a GeoJSON FeatureCollection/],
  };

  it.each(Object.keys(geojson))('a GeoJSON %s says so, and no area changes', async (name) => {
    const [content, message] = geojson[name] ?? ['', /-/];
    const file = path.join(work.folder, 'bad.geojson');
    await writeFile(file, content);
    const before = await contents();
    const { code, text } = await portal([
      'import',
      'areas',
      file,
      '--code',
      'code',
      '--rejects',
      `${file}.rejects`,
    ]);
    expect(code).toBe(1);
    expect(text).toMatch(message);
    expectClean(text);
    expect(await contents()).toEqual(before);
  });

  it('a GeoJSON with features that are no areas names each in its rejects file and changes none', async () => {
    const file = path.join(work.folder, 'some.geojson');
    await writeFile(
      file,
      collection(
        feature({ type: 'Point', coordinates: [0, 0] }),
        feature({
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 1],
            ],
          ],
        }),
        { ...feature({ type: 'Polygon', coordinates: square }), properties: { code: 'nowhere' } },
      ),
    );
    const before = await contents();
    const { code, text } = await portal([
      'import',
      'areas',
      file,
      '--code',
      'code',
      '--rejects',
      `${file}.rejects`,
    ]);
    expect(text).toContain('Read 3 = accepted 0 + unchanged 0 + rejected 3.');
    expect([0, 1]).toContain(code);
    expect((await readFile(`${file}.rejects`, 'utf8')).trim().split('\r\n')).toHaveLength(4);
    expectClean(text);
    expect(await contents()).toEqual(before);
  });

  it('a mapping with several faults lists them all', async () => {
    const folder = await writePack(path.join(work.folder, 'mapping'));
    const file = path.join(folder, 'imports/cases.json');
    const mapping = JSON.parse(await readFile(file, 'utf8'));
    mapping.service.values.Road = 'raod';
    mapping.times.format = 'QQQQ';
    mapping.never_read = { id: '' };
    await writeFile(file, JSON.stringify(mapping, null, 2));
    const cases = path.join(work.folder, 'cases.csv');
    await writeFile(cases, caseFile(5).text);
    const first = await portal(['import', 'csv', cases], { ...env, JURISDICTION: folder });
    expect(first).toMatchObject({ code: 1 });
    expect(first.text).toMatch(
      /2 faults[\s\S]*imports\/cases\.json:6: times\.format[\s\S]*imports\/cases\.json:2\d: never_read/,
    );
    mapping.times.format = 'YYYY-MM-DD HH:mm:ss';
    mapping.never_read = { id: 'a reason' };
    await writeFile(file, JSON.stringify(mapping, null, 2));
    const second = await portal(['import', 'csv', cases], { ...env, JURISDICTION: folder });
    expect(second.text).toMatch(
      /2 faults[\s\S]*cases\.json:4: .*column id is under never_read[\s\S]*cases\.json:14: .*"raod".*road, light/,
    );
    expectClean(first.text + second.text);
  });
});
