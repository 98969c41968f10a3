/** Imports a file in Boston's layout, as a process of its own that a test can kill. In: address, file. */
import path from 'node:path';
import { projectRoot } from '../../../db/config.ts';
import { connectImporter } from '../../../db/connect.ts';
import { csvImporter } from '../../../db/import/csv.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { silent } from '../../../db/progress.ts';

const [, , url = '', file = ''] = process.argv;
const importer = connectImporter(url);
const pack = await loadPack(path.join(projectRoot, 'db/jurisdictions/boston'));
await csvImporter.run({
  importer,
  pack,
  file,
  options: { rejects: `${file}.rejects.csv` },
  progress: silent,
});
await importer.close();
