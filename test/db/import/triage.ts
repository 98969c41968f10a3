/** A triage database that holds a pack, for tests of importers. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../../db/config.ts';
import { type Connection, connectImporter } from '../../../db/connect.ts';
import { importPack } from '../../../db/import/pack.ts';
import type { Importer, ImportReport } from '../../../db/import/types.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import type { Pack } from '../../../db/jurisdictions/types.ts';
import { silent } from '../../../db/progress.ts';
import type { TriageDatabase } from '../../../db/schema/triage.ts';
import { createTestDatabases } from '../../setup/databases.ts';

export interface Triage {
  readonly importer: Connection<TriageDatabase>;
  readonly url: string;
  readonly pack: Pack;
  /** a folder for source and rejects files */
  readonly folder: string;
  /** Writes a source file and returns its path. */
  write(name: string, content: string | Uint8Array): Promise<string>;
  run(importer: Importer, file: string, options?: Readonly<Record<string, string>>): Promise<ImportReport>;
  drop(): Promise<void>;
}

export async function triageWith(pack: 'boston' | 'elgeyo-marakwet'): Promise<Triage> {
  const databases = await createTestDatabases();
  const importer = connectImporter(databases.urls.importer);
  const loaded = await loadPack(path.join(projectRoot, 'db/jurisdictions', pack));
  await importPack(importer, loaded);
  const folder = await mkdtemp(path.join(tmpdir(), 'majibu-import-'));
  return {
    importer,
    url: databases.urls.importer,
    pack: loaded,
    folder,
    write: async (name, content) => {
      await writeFile(path.join(folder, name), content);
      return path.join(folder, name);
    },
    run: (what, file, options = {}) =>
      what.run({
        importer,
        pack: loaded,
        file,
        options: { rejects: path.join(folder, `${path.basename(file)}.rejects.csv`), ...options },
        progress: silent,
      }),
    drop: async () => {
      await importer.close();
      await databases.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Files that are used where they are and never copied into the project. */
export const sharedData = path.resolve(projectRoot, '../shared/data');
