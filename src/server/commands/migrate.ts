import { connectImporter, connectPublisher } from '../../../db/connect.ts';
import { migratePublished, migrateTriage } from '../../../db/migrate.ts';
import { type Addresses, need, openAddresses } from '../addresses.ts';
import type { Command } from './types.ts';

export const migrate: Command = {
  name: 'migrate',
  operands: '',
  summary: 'Brings both databases to the newest schema and grants each role what it needs.',
  options: () => ({}),
  takes: [0, 0],
  async run({ settings, atEnd, say }) {
    const addresses = await openAddresses(settings);
    atEnd(() => addresses.stop());
    const applied = await migrateAll(addresses);
    say(applied.length ? `Applied: ${applied.join(', ')}.` : 'Both databases are up to date.');
    return 0;
  },
};

/** Migrates what is the portal's to migrate: a triage database without an import address belongs to others. */
export async function migrateAll(addresses: Addresses): Promise<string[]> {
  const applied: string[] = [];
  if (addresses.importer !== null) {
    const importer = connectImporter(addresses.importer);
    try {
      const readers = addresses.triage_reader === null ? [] : [roleIn(addresses.triage_reader)];
      const reporters = addresses.reporter === null ? [] : [roleIn(addresses.reporter)];
      const names = await migrateTriage(importer.db, readers, reporters);
      applied.push(...names.map((name) => `triage ${name}`));
    } finally {
      await importer.close();
    }
  }
  const publisher = connectPublisher(need(addresses, 'publisher'));
  try {
    const readers = addresses.web === null ? [] : [roleIn(addresses.web)];
    applied.push(...(await migratePublished(publisher.db, readers)).map((name) => `published ${name}`));
  } finally {
    await publisher.close();
  }
  return applied;
}

function roleIn(address: string): string {
  return decodeURIComponent(new URL(address).username);
}
