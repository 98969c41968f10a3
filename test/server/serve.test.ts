import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../db/config.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { runCommandLine } from '../../src/server/command-line.ts';
import { startPortal } from '../resilience/portal-command.ts';
import { openTestPortal, startWeb, type TestPortal, type WebProcess } from '../setup/portal-process.ts';
import { addEvent, addRequest } from '../setup/triage-fixture.ts';
import { ask } from './front-setup.ts';

const NOW = new Date('2026-11-22T09:00:00+03:00');
let portal: TestPortal;
let reported: { id: number; code: string };
const running: WebProcess[] = [];

beforeAll(async () => {
  portal = await openTestPortal(await loadPack(`${projectRoot}/db/jurisdictions/elgeyo-marakwet`));
  const importer = new pg.Client({ connectionString: portal.databases.urls.importer });
  await importer.connect();
  for (let i = 0; i < 30; i++) {
    const received_at = new Date(NOW.getTime() - (20 + i) * 86_400_000);
    reported = await addRequest(importer, {
      service: 'road-damage',
      area: '0739',
      received_at,
      reporters: [i],
    });
  }
  await importer.end();
  await portal.publishLive(NOW);
  await portal.publishReleases(NOW);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((web) => web.stop()));
});
afterAll(() => portal.stop());

async function serve(env: Record<string, string> = {}): Promise<WebProcess> {
  const web = await portal.serve(env);
  running.push(web);
  return web;
}
const portOf = (web: WebProcess) => Number(new URL(web.url).port);

/** Cuts the web role off, as a database that goes away would, and lets it come back. */
async function cutOff(): Promise<() => Promise<void>> {
  const superuser = new pg.Client({ connectionString: portal.databases.superuser.triage });
  await superuser.connect();
  const name = new URL(portal.databases.urls.web).pathname.slice(1);
  await superuser.query(`alter database "${name}" allow_connections false`);
  await superuser.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  return async () => {
    await superuser.query(`alter database "${name}" allow_connections true`);
    await superuser.end();
  };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (await condition()) return;
    await sleep(100);
  }
  throw new Error('it did not come to pass');
}

describe('the web process', () => {
  it('serves pages, data and API with what the contract says', async () => {
    const port = portOf(await serve());
    const [page, api, csv] = await Promise.all([
      ask(port, '/'),
      ask(port, '/api/v1/requests'),
      ask(port, '/data/requests.csv'),
    ]);
    expect([page.status, api.status, csv.status]).toEqual([200, 200, 200]);
    expect(page.headers['content-security-policy']).toMatch(/script-src [^;]*'sha256-/);
    expect(page.headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(JSON.parse(api.text)).toMatchObject({ total: 30 });
    expect(csv.text.trim().split('\n')).toHaveLength(31);
  });

  it('shows a changed status within a second of its publication', async () => {
    const port = portOf(await serve());
    expect((await ask(port, `/i/${reported.code}`)).text).not.toContain('resolved');
    const before = (await ask(port, `/i/${reported.code}`)).headers['etag'];
    const importer = new pg.Client({ connectionString: portal.databases.urls.importer });
    await importer.connect();
    await addEvent(importer, reported.id, {
      kind: 'acknowledged',
      at: new Date(NOW.getTime() - 3_600_000),
    });
    await importer.end();
    await portal.publishLive(new Date(NOW.getTime() + 1_000));
    await sleep(1_000);
    expect((await ask(port, `/i/${reported.code}`)).headers['etag']).not.toBe(before);
  });

  it('lives on when the database goes away, and comes back by itself', async () => {
    const port = portOf(await serve());
    await ask(port, '/areas');
    const comeBack = await cutOff();
    await until(async () => (await ask(port, '/readyz')).status === 503);
    const [alive, ready, kept, page, api] = await Promise.all(
      ['/healthz', '/readyz', '/areas', '/requests?period=2026', '/api/v1/requests?limit=7'].map((target) =>
        ask(port, target),
      ),
    );
    expect([alive, ready, kept, page, api].map((reply) => reply?.status)).toEqual([200, 503, 200, 503, 503]);
    expect(page?.headers['retry-after']).toBe('30');
    expect(ready?.text).not.toContain('postgresql://');
    await comeBack();
    await until(async () => (await ask(port, '/readyz')).status === 200);
    expect((await ask(port, '/services')).status).toBe(200);
  });

  it('that starts while the database is down says why, and serves when it is there', async () => {
    const comeBack = await cutOff();
    const port = await freePort();
    const env = { DATABASE_URL: portal.databases.urls.web, PORT: String(port) };
    const web = startPortal(['serve'], env, projectRoot);
    await until(async () => web.printed().includes('The portal is not ready: '));
    expect((await ask(port, '/healthz')).status).toBe(200);
    expect((await ask(port, '/')).status).toBe(503);
    await comeBack();
    await until(async () => web.printed().includes('The portal is ready.'));
    expect((await ask(port, '/')).status).toBe(200);
    web.child.kill('SIGTERM');
    expect((await web.ended).code).toBe(0);
  });

  it('refuses to serve with a role that may do more than read what is published', async () => {
    const started = startWeb({ DATABASE_URL: portal.databases.urls.publisher });
    await expect(started).rejects.toThrow(
      /ended with code 1:[\s\S]*refuses to serve[\s\S]*may create in schema/,
    );
  });

  it('ends when the process that started it is gone', async () => {
    const web = await serve();
    const ended = new Promise((resolve) => web.child.once('exit', resolve));
    web.child.disconnect();
    expect(await ended).toBe(0);
  });

  it('ends with 0 when it is told to', async () => {
    const web = await serve();
    const ended = new Promise((resolve) => web.child.once('exit', resolve));
    web.child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('counts for Prometheus on a port of its own and not on the public one', async () => {
    const metrics = await freePort();
    const port = portOf(await serve({ METRICS_PORT: String(metrics) }));
    await ask(port, '/areas');
    await ask(port, '/areas');
    const { text } = await ask(metrics, '/metrics');
    expect(text).toContain('majibu_http_answers_total{route="page",status="200"} 2');
    expect(text).toContain('majibu_cache_total{result="hit"} 1');
    expect((await ask(port, '/metrics')).status).toBe(404);
  });

  it('says which port is taken and what to do', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    let error = '';
    const exit = await runCommandLine({
      args: ['serve'],
      env: { DATABASE_URL: portal.databases.urls.web, PORT: String(port) },
      out: () => undefined,
      error: (text) => {
        error += text;
      },
      terminal: { isTTY: false, columns: 80 },
      signal: new AbortController().signal,
    });
    expect(exit).toBe(1);
    expect(error).toContain(`Port ${port} on 127.0.0.1 is taken by another program.`);
    taken.close();
  });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
