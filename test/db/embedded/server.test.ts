import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cluster, EmbeddedError, startCluster } from '../../../db/embedded/server.ts';

const SMALL = { shared_buffers: '16MB', fsync: 'off' };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'majibu-embedded-'));
  // Passable for the user that PostgreSQL runs as when we are root; otherwise it is copied elsewhere.
  await chmod(folder, 0o711);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function ask(cluster: Cluster, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: cluster.superuserUrl() });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

async function dataFolder(): Promise<string> {
  const own = path.join(folder, 'embedded/postgres');
  return stat(own).then(
    () => own,
    () => path.join(folder, 'postgres'),
  );
}

describe('the embedded database', () => {
  it('that runs is joined, on the port that it really has, and outlives who joined it', async () => {
    const started = await startCluster(folder, SMALL);
    await ask(started, 'create table kept as select 1 as one');
    const file = path.join(folder, 'embedded.json');
    const state = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...state, port: started.port + 1 }));
    const joined = await startCluster(folder, SMALL);
    expect(joined.port).toBe(started.port);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(state);
    await joined.stop();
    expect(await ask(started, 'select one from kept')).toEqual([{ one: 1 }]);
    await started.stop();
  });

  it('that left its file behind in a crash, where another process has its number now, is started', async () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    await writeFile(
      path.join(await dataFolder(), 'postmaster.pid'),
      `${other.pid}\n${await dataFolder()}\n1700000000\n5432\n\n127.0.0.1\n0 0\nready   \n`,
    );
    try {
      const again = await startCluster(folder, SMALL);
      expect(await ask(again, 'select one from kept')).toEqual([{ one: 1 }]);
      await again.stop();
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('whose password is lost is set aside and not deleted', async () => {
    await rm(path.join(folder, 'embedded.json'));
    const fresh = await startCluster(folder, SMALL);
    expect(await ask(fresh, `select to_regclass('kept') as kept`)).toEqual([{ kept: null }]);
    expect((await stat(`${await dataFolder()}.before/PG_VERSION`)).isFile()).toBe(true);
    await fresh.stop();
  });

  it('says which folder it cannot use', async () => {
    await mkdir(path.join(folder, 'more'));
    await writeFile(path.join(folder, 'more/file'), '');
    const refused = startCluster(path.join(folder, 'more/file'), SMALL);
    await expect(refused).rejects.toThrow(EmbeddedError);
    await expect(refused).rejects.toThrow(/more\/file cannot be used \(EEXIST\)\. Set DATA_DIR/);
  });
});
