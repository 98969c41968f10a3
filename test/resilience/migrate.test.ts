/** Commands that start at the same moment all bring the databases up to date first: none may fail for it. */
import { describe, expect, it } from 'vitest';
import { connectImporter, connectPublisher } from '../../db/connect.ts';
import { ROLES } from '../../db/embedded/roles.ts';
import { migratePublished, migrateTriage } from '../../db/migrate.ts';
import { createTestDatabases } from '../setup/databases.ts';

const TOGETHER = 8;
/** They disturb each other rarely, so this is done again and again. */
const TIMES = 3;

describe('migrating', () => {
  it.each([
    ['new', false],
    ['up-to-date', true],
  ])('%s databases is done by many at once as by one', async (_state, migrated) => {
    const { urls, drop } = await createTestDatabases({ migrated });
    for (let time = 0; time < TIMES; time++) {
      const all = Array.from({ length: TOGETHER }, () => ({
        publisher: connectPublisher(urls.publisher),
        importer: connectImporter(urls.importer),
      }));
      const applied = await Promise.all(
        all.flatMap(({ publisher, importer }) => [
          migratePublished(publisher.db, [ROLES.web]),
          migrateTriage(importer.db, [ROLES.triage_reader]),
        ]),
      );
      const first = !migrated && time === 0;
      expect(applied.filter((names) => names.length > 0)).toHaveLength(first ? 2 : 0);
      await Promise.all(all.flatMap(({ publisher, importer }) => [publisher.close(), importer.close()]));
    }
    await drop();
  });
});
