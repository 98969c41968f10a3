/**
 * Planted secrets in every byte that the server sends by any way of asking: each dataset in each format, each
 * operation of the API by GET, HEAD and tRPC, with the secret itself as a parameter, as a path, as a header and as a
 * body; feeds, descriptions, the operator's metrics, and whatever is printed meanwhile.
 */
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasets } from '../../api/datasets/registry.ts';
import { formatsOf } from '../../api/formats/registry.ts';
import { projectRoot } from '../../db/config.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { openTestPortal, type TestPortal, type WebProcess } from '../setup/portal-process.ts';
import { NOW, plantCanaries, SECRETS } from './plant-canaries.ts';

/** What somebody types; it may come back on a page, never from a machine's address, a header or a log. */
const TYPED = 'duiker-typed-731';

let portal: TestPortal;
let web: WebProcess;
let metrics = '';
const answers: { path: string; status: number; text: string }[] = [];
const guarded: string[] = [];
const hidden: string[] = [];

async function ask(path: string, init: RequestInit = {}): Promise<void> {
  const answer = await fetch(path.startsWith('http') ? path : web.url + path, {
    redirect: 'manual',
    ...init,
  });
  // Left out: the time of the answer, which has nothing to do with what is in it.
  const headers = [...answer.headers].filter(([name]) => name !== 'date');
  const text = `${JSON.stringify(headers)}\n${await answer.text()}`;
  answers.push({ path: `${init.method ?? 'GET'} ${path}`, status: answer.status, text });
}

beforeAll(async () => {
  portal = await openTestPortal(await loadPack(`${projectRoot}/db/jurisdictions/elgeyo-marakwet`));
  const planted = await plantCanaries(portal.databases.urls.importer);
  guarded.push(...planted.guarded);
  hidden.push(...planted.hidden);
  await portal.publishLive(NOW);
  await portal.publishReleases(NOW);
  const port = await freePort();
  metrics = `http://127.0.0.1:${port}/metrics`;
  web = await portal.serve({ LOG: 'requests', METRICS_PORT: String(port) });
  for (const path of await everyPath()) {
    await ask(path);
    await ask(path, { method: 'HEAD' });
  }
  const body = JSON.stringify({ code: TYPED, area: SECRETS.person });
  for (const path of ['/api/trpc/requests.get', '/api/trpc/requests.list', '/api/v1/requests', '/', '/find'])
    await ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  await ask('/', {
    headers: {
      'accept-language': TYPED,
      referer: `https://${TYPED}/`,
      'x-forwarded-for': TYPED,
      range: TYPED,
    },
  });
  await ask('/', { method: 'DELETE', headers: { cookie: `a=${TYPED}`, 'if-none-match': `"${TYPED}"` } });
  await ask(metrics);
}, 120_000);
afterAll(() => portal.stop());

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Every address of a machine, and what is described in the API's own document, asked well and asked badly. */
async function everyPath(): Promise<string[]> {
  const files = datasets.flatMap((dataset) =>
    formatsOf(dataset).flatMap(({ id }) => [
      `/data/${dataset.id}.${id}`,
      `/data/1/${dataset.id}.${id}`,
      `/data/${dataset.id}.${id}?area=${TYPED}`,
    ]),
  );
  const openapi = await fetch(`${web.url}/api/v1/openapi.json`);
  const { paths } = (await openapi.json()) as {
    paths: Record<string, { get?: { parameters?: { name: string; in: string }[] } }>;
  };
  const operations = Object.entries(paths).flatMap(([path, { get }]) => {
    const filled = (value: string) => `/api/v1${path.replace(/^\/api\/v1/, '').replace(/\{\w+\}/g, value)}`;
    const asked = (get?.parameters ?? []).filter((parameter) => parameter.in === 'query');
    return [
      filled('1'),
      filled(TYPED),
      filled(guarded[0] ?? ''),
      filled(hidden[0] ?? ''),
      ...asked.map(({ name }) => `${filled('1')}?${name}=${TYPED}`),
    ];
  });
  const trpc = [
    'requests.list',
    'requests.get',
    'statistics.get',
    'releases.list',
    'datasets.list',
    TYPED,
  ].flatMap((name) =>
    ['{}', `{"code":"${TYPED}"}`, `{"code":"${guarded[0]}"}`, TYPED].map(
      (input) => `/api/trpc/${name}?input=${encodeURIComponent(input)}`,
    ),
  );
  const descriptions = [
    '/data.json',
    '/catalog.jsonld',
    '/catalog.ttl',
    '/data/1/datapackage.json',
    '/data/1/manifest.json',
  ];
  const feeds = [
    '/feeds/requests.atom',
    '/areas/0739.atom',
    '/services/clinic-service.atom',
    '/releases.atom',
    `/i/${guarded[0]}.atom`,
    `/i/${hidden[0]}.atom`,
    `/i/${TYPED}.atom`,
    `/areas/${TYPED}.atom`,
    `/feeds/requests.atom?area=${TYPED}`,
    '/feeds/requests.atom?limit=1000&lang=sw',
  ];
  const others = [
    '/log/checkpoint',
    '/open311/v2/requests.json',
    '/open311/v2/discovery.xml',
    '/open311/v2/services.xml',
    '/open311/v2/requests.xml?extensions=true&start_date=2000-01-01T00:00:00Z',
    `/open311/v2/requests/${guarded[0]}.json`,
    `/open311/v2/requests/${hidden[0]}.xml`,
    `/open311/v2/requests.json?service_request_id=${guarded[0]},${hidden[0]}`,
    ...['service_code', 'start_date', 'jurisdiction_id', 'nonsense'].map(
      (name) => `/open311/v2/requests.json?${name}=${TYPED}`,
    ),
    '/healthz',
    '/readyz',
    '/robots.txt',
  ];
  const pages = [...guarded.slice(0, 3), ...hidden.slice(0, 3)].flatMap((code) => [
    `/i/${code}`,
    `/sw/i/${code}`,
  ]);
  const wrong = [
    `/${TYPED}`,
    `/data/${TYPED}.csv`,
    `/data/9999/requests.csv`,
    `/releases/${TYPED}`,
    '/%E0%A4%A',
    `/oembed?url=${TYPED}`,
  ];
  return [
    '/api/v1/openapi.json',
    ...files,
    ...operations,
    ...trpc,
    ...descriptions,
    ...feeds,
    ...others,
    ...pages,
    ...wrong,
  ];
}

describe('what was planted in the triage database', () => {
  it('is asked for in earnest, and nothing breaks', () => {
    expect(answers.length).toBeGreaterThan(200);
    expect(answers.filter((one) => one.status === 200).length).toBeGreaterThan(60);
    for (const status of [400, 404]) expect(answers.some((one) => one.status === status)).toBe(true);
    expect(answers.filter((one) => one.status >= 500).map((one) => one.path)).toEqual([]);
    expect(answers.find((one) => one.path === 'GET /data/requests.csv')?.text).toContain('guarded');
    expect(answers.find((one) => one.path === `GET ${metrics}`)?.text).toContain('majibu_http_answers_total');
  });

  it.each(Object.entries(SECRETS))('%s is in no byte', (_what, secret) => {
    expect(answers.filter((one) => one.text.includes(secret)).map((one) => one.path)).toEqual([]);
  });

  it('what was typed is in no answer to a machine, no header and no metric', () => {
    const machine = /^\w+ (http|\/(api|data|feeds|log|open311|catalog|oembed)|.*\.atom)/;
    const repeated = answers.filter((one) =>
      (machine.test(one.path) ? one.text : (one.text.split('\n')[0] ?? '')).includes(TYPED),
    );
    expect(repeated.map((one) => one.path)).toEqual([]);
  });

  it('the code of a guarded, a sensitive or a withheld report is answered on its own addresses alone', () => {
    for (const code of [...guarded, ...hidden])
      expect(
        answers.filter((one) => one.text.includes(code) && !one.path.includes(code)).map((one) => one.path),
      ).toEqual([]);
  });

  it('is in nothing that the server prints, and no code is', () => {
    expect(web.printed()).toContain('GET');
    for (const secret of [...Object.values(SECRETS), ...guarded, ...hidden, TYPED])
      expect(web.printed()).not.toContain(secret);
  });
});
