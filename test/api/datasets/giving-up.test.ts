import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyBody } from '../../../api/datasets/copy-body.ts';
import { Framing } from '../../../api/formats/frame.ts';
import { connectWeb, type PublishedReader } from '../../../db/connect.ts';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';

/** About 100 MB: far more than buffers on the way can hold, so that each is given up in the middle. */
const LONG = `copy (select n, repeat('x', 1000) from generate_series(1, 100000) n) to stdout (format csv)`;
const NONE = { open: '', between: '', close: '' } as const;

let databases: TestDatabases;
let web: PublishedReader;
beforeAll(async () => {
  databases = await createTestDatabases();
  web = connectWeb(databases.urls.web, 4);
});
afterAll(async () => {
  await web.close();
  await databases.drop();
});

const start = (statement = LONG, signal = new AbortController().signal) =>
  copyBody({ pool: web.pool, statement, file: new Framing(NONE), signal });

describe('a download that is given up in the middle', () => {
  it('leaves the pool usable, fifty times over, whichever way it is given up', async () => {
    const giveUp = async (n: number) => {
      const abort = new AbortController();
      const reader = (await start(LONG, abort.signal)).getReader();
      expect((await reader.read()).value?.length).toBeGreaterThan(10_000);
      if (n % 2 === 0) await reader.cancel();
      else {
        abort.abort();
        await expect(readAll(reader)).rejects.toThrow('given up');
      }
    };
    // As many at once as the pool has connections, so that none waits for one.
    for (let round = 0; round < 13; round += 1)
      await Promise.all([0, 1, 2, 3].map((n) => giveUp(round * 4 + n)));
    expect(web.pool.waitingCount).toBe(0);
    expect(web.pool.totalCount - web.pool.idleCount).toBe(0);
    const answers = await Promise.all(Array.from({ length: 8 }, () => web.pool.query('select 1 as one')));
    expect(answers.map(({ rows }) => rows[0].one)).toEqual(Array(8).fill(1));
    await eventually('no COPY is left running', async () => (await copies()).length === 0);
  });

  it('starts nothing for a request that is over already', async () => {
    await expect(start(LONG, AbortSignal.abort())).rejects.toThrow();
    expect(web.pool.totalCount - web.pool.idleCount).toBe(0);
  });
});

describe('a download', () => {
  it('gives its connection back whole after the last row, and can be read again on it', async () => {
    for (let n = 0; n < 3; n += 1) {
      const text = await new Response(await start(`copy (select 'é', null) to stdout (format csv)`)).text();
      expect(text).toBe('é,\n');
    }
    expect(web.pool.totalCount - web.pool.idleCount).toBe(0);
    const { rows } = await web.pool.query(`show statement_timeout`);
    expect(rows).toEqual([{ statement_timeout: '15s' }]);
  });

  it('waits for a slow reader instead of reading everything into memory', async () => {
    const reader = (await start()).getReader();
    await reader.read();
    const waits = async () => (await copies()).includes('ClientWrite');
    await eventually('the server waits for the reader', waits);
    await sleep(200);
    await eventually('the server still waits', waits);
    await reader.cancel();
  });

  it('fails before it begins when the database cannot answer, and breaks off when it fails later', async () => {
    await expect(start('copy (select 1 / 0) to stdout')).rejects.toThrow('division by zero');
    await expect(start('copy published.nothing to stdout')).rejects.toThrow('does not exist');
    const late = await start(
      `copy (select repeat('x', 1000), 1 / (50000 - n) from generate_series(1, 100000) n) to stdout (format csv)`,
    );
    await expect(readAll(late.getReader())).rejects.toThrow('division by zero');
    expect(web.pool.totalCount - web.pool.idleCount).toBe(0);
  });

  it('breaks off, and nothing else does, when the server ends its connection', async () => {
    const reader = (await start()).getReader();
    await reader.read();
    await asSuperuser(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like 'copy%' and datname = current_database()`,
    );
    await expect(readAll(reader)).rejects.toThrow();
    expect((await web.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('cannot write', async () => {
    await expect(
      start(`copy (insert into published.portal (jurisdiction_id) values ('x') returning 1) to stdout`),
    ).rejects.toThrow(/permission denied|read-only/);
  });
});

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await reader.read()).done);
}

/** What each running COPY waits for; null: nothing. */
async function copies(): Promise<(string | null)[]> {
  const rows = await asSuperuser(
    `select wait_event as waits from pg_stat_activity where datname = current_database() and state = 'active' and query like 'copy%'`,
  );
  return rows.map(({ waits }) => waits);
}

/** A backend notices that nobody listens when it writes next, so a moment is allowed. */
async function eventually(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await holds()) return;
    await sleep(50);
  }
  expect.fail(`It does not hold that ${what}.`);
}

async function asSuperuser(statement: string): Promise<{ waits: string | null }[]> {
  const client = new pg.Client({ connectionString: databases.superuser.published });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
