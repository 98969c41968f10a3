/**
 * From a commit in the triage database to the page, over real databases and a real web process: at once where notices
 * come, by looking where they do not, and for next to nothing while nothing happens. Counted, not timed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createPortal } from '../../api/create-portal.ts';
import { projectRoot } from '../../db/config.ts';
import { connectWeb } from '../../db/connect.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { listen, PUBLISHED_CHANGED } from '../../db/notices.ts';
import { silent } from '../../db/progress.ts';
import { watchPortal } from '../../src/server/http/portal-source.ts';
import { publicJurisdiction } from '../../src/server/public-jurisdiction.ts';
import { keepPublishing, openPublishing, type Publishing } from '../../src/server/publishing.ts';
import { openTestPortal, type TestPortal, type WebProcess } from '../setup/portal-process.ts';
import { addEvent, addRequest } from '../setup/triage-fixture.ts';

const AN_HOUR_MS = 3_600_000;

let portal: TestPortal;
let importer: pg.Client;
let superuser: pg.Client;
let published: pg.Client;
beforeAll(async () => {
  portal = await openTestPortal(await loadPack(`${projectRoot}/db/jurisdictions/elgeyo-marakwet`));
  importer = new pg.Client({ connectionString: portal.databases.urls.importer });
  superuser = new pg.Client({ connectionString: portal.databases.superuser.triage });
  published = new pg.Client({ connectionString: portal.databases.urls.publisher });
  await Promise.all([importer.connect(), superuser.connect(), published.connect()]);
});
afterAll(async () => {
  await Promise.all([importer.end(), superuser.end(), published.end()]);
  await portal.stop();
});

interface Publisher {
  readonly looks: () => number;
  readonly published: () => number;
  stop(): Promise<void>;
}
let running: Publisher | null = null;
afterEach(() => running?.stop());

/** The publisher as it runs, with its looks and its work counted. */
async function publish(look_every_ms: number): Promise<Publisher> {
  const { urls } = portal.databases;
  const addresses = {
    ...urls,
    embedded: { triage: false, published: false },
    revive: async () => undefined,
    stop: async () => undefined,
  };
  const opened = openPublishing(addresses, portal.pack, () => new Date());
  const count = { looks: 0, published: 0 };
  const publishing: Publishing = {
    ...opened,
    hasNews: () => {
      count.looks += 1;
      return opened.hasNews();
    },
    async live(progress) {
      const report = await opened.live(progress);
      count.published += 1;
      return report;
    },
  };
  const over = new AbortController();
  const ended = keepPublishing({
    publishing,
    signal: over.signal,
    progress: silent,
    revive: async () => undefined,
    look_every_ms,
  });
  running = {
    looks: () => count.looks,
    published: () => count.published,
    async stop() {
      running = null;
      over.abort();
      await ended;
      await opened.close();
    },
  };
  await until(() => count.published > 0);
  return running;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; !(await condition()); i++) {
    if (i > 3_000) throw new Error('it did not come to pass');
    await sleep(10);
  }
}

const makeRequest = () =>
  addRequest(importer, {
    service: 'road-damage',
    area: '0739',
    received_at: new Date(Date.now() - 86_400_000),
    reporters: [1],
  });
const PAGE = 'select from published.request_live where service_request_id = $1 and status = $2';
const isPublished = (code: string, status: string) => async () =>
  (await published.query(PAGE, [code, status])).rowCount === 1;

describe('a publisher that hears of changes', () => {
  it('publishes them without ever looking by itself', async () => {
    const publisher = await publish(AN_HOUR_MS);
    const { id, code } = await makeRequest();
    await until(isPublished(code, 'received'));
    await addEvent(importer, id, { kind: 'resolved', at: new Date() });
    await until(isPublished(code, 'closed'));
    expect(publisher.looks()).toBeGreaterThan(0);
  });

  it('publishes many that come together in few rounds', async () => {
    const publisher = await publish(AN_HOUR_MS);
    const before = publisher.published();
    let code = '';
    for (let i = 0; i < 60; i++) ({ code } = await makeRequest());
    await until(isPublished(code, 'received'));
    expect(publisher.published() - before).toBeLessThan(40);
  });

  it('hears again after its connection was lost, and of what came meanwhile', async () => {
    const publisher = await publish(AN_HOUR_MS);
    await until(() => publisher.looks() > 0);
    await superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
    );
    const { code } = await makeRequest();
    await until(isPublished(code, 'received'));
  });
});

describe('a publisher that hears nothing, as beside the triage system of others', () => {
  beforeAll(() => importer.query('alter table triage.request disable trigger tell_publisher'));
  afterAll(() => importer.query('alter table triage.request enable trigger tell_publisher'));

  it('looks, and publishes what it finds', async () => {
    await publish(20);
    const { id, code } = await makeRequest();
    await until(isPublished(code, 'received'));
    await addEvent(importer, id, { kind: 'resolved', at: new Date() });
    await until(isPublished(code, 'closed'));
  });

  it('misses nothing of a transaction that commits after later ones', async () => {
    const publisher = await publish(20);
    const slow = new pg.Client({ connectionString: portal.databases.urls.importer });
    await slow.connect();
    const { id, code } = await makeRequest();
    await slow.query('begin');
    await slow.query(`insert into triage.event (request_id, kind, at) values ($1, 'resolved', now())`, [id]);
    const other = await makeRequest();
    await until(isPublished(other.code, 'received'));
    const looks = publisher.looks();
    await until(() => publisher.looks() > looks + 2);
    await slow.query('commit');
    await slow.end();
    await until(isPublished(code, 'closed'));
  });

  it('writes nothing while nothing changes, however long others keep a transaction open', async () => {
    const publisher = await publish(5);
    const slow = new pg.Client({ connectionString: portal.databases.urls.importer });
    await slow.connect();
    await slow.query('begin');
    await slow.query('select pg_current_xact_id()');
    await makeRequest();
    const before = publisher.published();
    await until(() => publisher.published() > before);
    const [published, looks] = [publisher.published(), publisher.looks()];
    await until(() => publisher.looks() > looks + 20);
    expect(publisher.published()).toBe(published);
    await slow.query('rollback');
    await slow.end();
  });
});

describe('a web process', () => {
  it('that hears of changes sees them without ever looking by itself', async () => {
    const reader = connectWeb(portal.databases.urls.web);
    const service = await createPortal({
      reader,
      jurisdiction: publicJurisdiction(portal.pack),
      public_url: 'http://portal.example',
      now: () => new Date(),
    });
    const source = watchPortal(
      {
        languages: ['en'],
        forRequest: () => service.forRequest(),
        newestRelease: () => service.edition(),
        listen: (ring) => listen(reader.pool, PUBLISHED_CHANGED, ring),
        explain: String,
        close: () => service.close(),
      },
      () => undefined,
      AN_HOUR_MS,
    );
    await publish(AN_HOUR_MS);
    const { id, code } = await makeRequest();
    await until(isPublished(code, 'received'));
    await portal.publishReleases(new Date());
    await until(() => source.release !== null && source.live !== null);
    const { live } = source;
    await addEvent(importer, id, { kind: 'resolved', at: new Date() });
    await until(() => source.live !== live);
    await source.close();
  });

  it('shows a change on the page and in the API, kept or not', async () => {
    const web: WebProcess = await portal.serve();
    await publish(AN_HOUR_MS);
    const { id, code } = await makeRequest();
    await until(isPublished(code, 'received'));
    const shown = async () => {
      const answers = [`${web.url}/i/${code}`, `${web.url}/api/v1/requests/${code}`].map((address) =>
        fetch(address),
      );
      const texts = (await Promise.all(answers)).map((answer) => answer.text());
      const [page = '', json = ''] = await Promise.all(texts);
      return [/data-stage="(\w+)"/.exec(page)?.[1], JSON.parse(json).status];
    };
    for (let i = 0; i < 3; i++) expect(await shown()).toEqual(['received', 'received']);
    await addEvent(importer, id, { kind: 'resolved', at: new Date() });
    await until(async () => (await shown()).join() === 'resolved,closed');
    expect(await shown()).toEqual(['resolved', 'closed']);
    await web.stop();
  });
});
