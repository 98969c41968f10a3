/** A pair of migrated, empty databases for one test file, with the address of each role. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabases, lockDown, ROLES, type RoleName } from '../../db/embedded/roles.ts';
import { TEST_PASSWORD } from './postgres.ts';

export interface TestDatabases {
  readonly urls: Readonly<Record<RoleName, string>>;
  readonly superuser: { readonly triage: string; readonly published: string };
  drop(): Promise<void>;
}

/** `migrated: false` gives empty databases, for tests of the migrations themselves. */
export async function createTestDatabases({ migrated = true } = {}): Promise<TestDatabases> {
  const superuserUrl = inject('superuserUrl');
  const id = randomBytes(6).toString('hex');
  const [triage, published] = [`triage_${id}`, `published_${id}`];
  await asSuperuser(superuserUrl, async (client) => {
    if (!migrated) return createDatabases(client, triage, published);
    // Closed until it is locked down: a role that could connect for a moment would be found to be too powerful.
    const made = (name: string, owner: string, template: string) =>
      client.query(`create database ${name} owner ${owner} template ${template} allow_connections false`);
    await made(triage, ROLES.importer, 'triage_template');
    await made(published, ROLES.publisher, 'published_template');
    await lockDown(client, triage, ROLES.importer, [ROLES.triage_reader, ROLES.reporter]);
    await lockDown(client, published, ROLES.publisher, [ROLES.web]);
  });
  const url = (role: RoleName, database: string) => {
    const address = new URL(superuserUrl);
    address.username = ROLES[role];
    address.password = TEST_PASSWORD;
    address.pathname = `/${database}`;
    return address.href;
  };
  const superuserAt = (database: string) => superuserUrl.replace(/\/postgres$/, `/${database}`);
  return {
    urls: {
      importer: url('importer', triage),
      triage_reader: url('triage_reader', triage),
      reporter: url('reporter', triage),
      publisher: url('publisher', published),
      web: url('web', published),
    },
    superuser: { triage: superuserAt(triage), published: superuserAt(published) },
    drop: () =>
      asSuperuser(superuserUrl, async (client) => {
        await client.query(`drop database ${triage} with (force)`);
        await client.query(`drop database ${published} with (force)`);
      }),
  };
}

async function asSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
