/**
 * One real PostgreSQL for the whole run, started before the first test and stopped after the last. The two
 * databases are migrated once into templates; `createTestDatabases` copies them for a test file.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connectImporter, connectPublisher } from '../../db/connect.ts';
import { createDatabases, createRoles, ROLES } from '../../db/embedded/roles.ts';
import { startCluster } from '../../db/embedded/server.ts';
import { migratePublished, migrateTriage } from '../../db/migrate.ts';

export const TEST_PASSWORD = '0123456789abcdef';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'majibu-test-'));
  // Passable for the user that PostgreSQL runs as when we are root; otherwise it is copied elsewhere.
  await chmod(folder, 0o711);
  const cluster = await startCluster(folder, {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  });
  const superuser = new pg.Client({ connectionString: cluster.superuserUrl() });
  await superuser.connect();
  const p = TEST_PASSWORD;
  await createRoles(superuser, { importer: p, triage_reader: p, reporter: p, publisher: p, web: p });
  await createDatabases(superuser, 'triage_template', 'published_template');
  const at = (role: string, database: string) =>
    `postgresql://${role}:${p}@127.0.0.1:${cluster.port}/${database}`;
  const importer = connectImporter(at(ROLES.importer, 'triage_template'));
  const publisher = connectPublisher(at(ROLES.publisher, 'published_template'));
  await migrateTriage(importer.db, [ROLES.triage_reader], [ROLES.reporter]);
  await migratePublished(publisher.db, [ROLES.web]);
  await Promise.all([importer.close(), publisher.close(), superuser.end()]);
  project.provide('superuserUrl', cluster.superuserUrl());
  return async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    superuserUrl: string;
  }
}
