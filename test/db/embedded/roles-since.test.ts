/** A cluster of an earlier version gets the roles that have come since, and keeps the passwords that it had. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmbedded } from '../../../db/embedded/embedded.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'majibu-roles-'));
  await chmod(folder, 0o711);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function who(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select current_user as name');
  await client.end();
  return rows[0].name;
}

it('the role of the reporter is added to a cluster that has the others', async () => {
  const file = path.join(folder, 'roles.json');
  const first = await startEmbedded(folder);
  const made = JSON.parse(await readFile(file, 'utf8'));
  const { reporter, ...before } = made;
  expect(reporter).toMatch(/^[0-9a-f]{48}$/);
  await writeFile(file, JSON.stringify(before));
  await expect(who(first.urls.reporter)).resolves.toBe('majibu_reporter');
  await first.stop();

  const second = await startEmbedded(folder);
  try {
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ ...before, reporter: expect.any(String) });
    for (const [role, url] of Object.entries(second.urls))
      await expect(who(url), role).resolves.toBe(`majibu_${role}`);
  } finally {
    await second.stop();
  }
});
