import { connectImporter } from '../../../db/connect.ts';
import { loadDemonstration } from '../../../db/demo/load.ts';
import { importPack } from '../../../db/import/pack.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { embeddedSides, need, openAddresses } from '../addresses.ts';
import { migrateAll } from './migrate.ts';
import { type Command, CommandError } from './types.ts';

export const demo: Command = {
  name: 'demo',
  operands: '',
  summary: 'Loads invented reports into the embedded triage database; every page then says so.',
  takes: [0, 0],
  options: () => ({}),
  async run({ settings, progress, say, atEnd }) {
    if (!embeddedSides(settings).triage)
      throw new CommandError(
        'The demonstration is loaded into the embedded triage database only, never into one of your own. Unset TRIAGE_DATABASE_URL and IMPORT_DATABASE_URL to see it.',
      );
    const pack = await loadPack(settings.jurisdiction);
    const addresses = await openAddresses(settings);
    atEnd(() => addresses.stop());
    await migrateAll(addresses);
    const importer = connectImporter(need(addresses, 'importer'));
    atEnd(() => importer.close());
    await importPack(importer, pack);
    const { requests, reporters } = await loadDemonstration({ importer, pack, now: new Date(), progress });
    progress.done();
    say(
      `Loaded ${requests.toLocaleString('en')} invented requests by ${reporters.toLocaleString('en')} reporters.`,
    );
    return 0;
  },
};
