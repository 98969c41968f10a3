import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../db/config.ts';
import { connectImporter } from '../../../db/connect.ts';
import { csvImporter } from '../../../db/import/csv.ts';
import { ImportError } from '../../../db/import/types.ts';
import { silent } from '../../../db/progress.ts';
import { csv, manyRows } from './boston-rows.ts';
import { type Triage, triageWith } from './triage.ts';

const ROWS = 25_000;

/** A running import holds the lock of its source. */
const HELD_LOCKS = `from pg_locks where locktype = 'advisory'
  and database = (select oid from pg_database where datname = current_database())`;

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

describe('a database that goes away during an import', () => {
  it('is told with what was kept, and a rerun completes it', async () => {
    await boston.importer.pool.query('truncate triage.request cascade');
    const file = await boston.write('cut.csv', csv(manyRows(ROWS)));
    const running = boston.run(csvImporter, file).then(
      () => null,
      (reason: unknown) => reason,
    );
    while ((await count('request')) === 0) await sleep(10);
    await boston.importer.pool.query(`select pg_terminate_backend(pid) ${HELD_LOCKS}`);
    const error = await running;
    if (!(error instanceof ImportError)) throw new Error('the import did not notice', { cause: error });
    const kept = await count('request');
    expect(error.message).toMatch(
      /^The database stopped taking rows of .*Import the file again to complete it\.$/,
    );
    expect(error.message).toContain(
      `Kept so far: ${kept} rows read = ${kept} accepted + 0 unchanged + 0 rejected.`,
    );
    expect(error.report).toMatchObject({ read: kept, accepted: kept });
    expect(await boston.run(csvImporter, file)).toMatchObject({
      read: ROWS,
      accepted: ROWS - kept,
      unchanged: kept,
    });
  });

  it('or is not there at all', async () => {
    const nowhere = connectImporter('postgresql://nobody:x@127.0.0.1:1/triage');
    const file = await boston.write('none.csv', csv(manyRows(1)));
    const job = { importer: nowhere, pack: boston.pack, file, options: {}, progress: silent };
    await expect(csvImporter.run(job)).rejects.toThrow(
      /^The triage database cannot be reached \(.*ECONNREFUSED.*\)\. Nothing was imported\.$/,
    );
    await nowhere.close();
  });
});

async function count(table: 'request' | 'event'): Promise<number> {
  const { rows } = await boston.importer.pool.query(`select count(*) as count from triage.${table}`);
  return rows[0].count;
}

/** The server rolls back what the killed process had begun as soon as it sees the connection gone. */
async function serverNoticed(): Promise<void> {
  for (;;) {
    const { rows } = await boston.importer.pool.query(`select 1 ${HELD_LOCKS}`);
    if (rows.length === 0) return;
    await sleep(50);
  }
}
