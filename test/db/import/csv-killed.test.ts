import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../db/config.ts';
import { csvImporter } from '../../../db/import/csv.ts';
import { csv, manyRows } from './boston-rows.ts';
import { type Triage, triageWith } from './triage.ts';

const ROWS = 25_000;

let boston: Triage;
beforeAll(async () => {
  boston = await triageWith('boston');
});
afterAll(() => boston.drop());

describe('an import that is killed', () => {
  it('keeps the batches before, and a rerun completes it without repeating a row', async () => {
    const file = await boston.write('killed.csv', csv(manyRows(ROWS)));
    const child = spawn(
      process.execPath,
      [path.join(projectRoot, 'test/db/import/import-boston.ts'), boston.url, file],
      { stdio: 'ignore' },
    );
    const exited = once(child, 'exit');
    while ((await count('request')) === 0 && child.exitCode === null) await sleep(20);
    child.kill('SIGKILL');
    expect(await exited).toEqual([null, 'SIGKILL']);
    await serverNoticed();
    const kept = await count('request');
    expect(kept % 10_000).toBe(0);
    expect(kept).toBeLessThan(ROWS);
    const report = await boston.run(csvImporter, file);
    expect(report).toMatchObject({ read: ROWS, accepted: ROWS - kept, unchanged: kept, rejected: 0 });
    expect(await count('request')).toBe(ROWS);
    expect(await count('event')).toBe(ROWS + ROWS * 0.9);
  });
});

async function count(table: 'request' | 'event'): Promise<number> {
  const { rows } = await boston.importer.pool.query(`select count(*) as count from triage.${table}`);
  return rows[0].count;
}

/** The server rolls back what the killed process had begun as soon as it sees the connection gone. */
async function serverNoticed(): Promise<void> {
  for (;;) {
    const { rows } = await boston.importer.pool.query(
      "select 1 from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
    );
    if (rows.length === 0) return;
    await sleep(50);
  }
}
