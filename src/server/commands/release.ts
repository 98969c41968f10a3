import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { openAddresses } from '../addresses.ts';
import { openPublishing } from '../publishing.ts';
import { migrateAll } from './migrate.ts';
import type { Command } from './types.ts';

export const release: Command = {
  name: 'release',
  operands: '',
  summary: 'Cuts the releases that are due: numbered snapshots of what is published, which never change.',
  takes: [0, 0],
  options: () => ({
    'dry-run': { type: 'boolean', summary: 'show what the next release would hold, and keep nothing of it' },
  }),
  async run({ settings, options, progress, say, atEnd }) {
    const pack = await loadPack(settings.jurisdiction);
    const addresses = await openAddresses(settings);
    atEnd(() => addresses.stop());
    await migrateAll(addresses);
    const publishing = openPublishing(addresses, pack, () => new Date());
    atEnd(() => publishing.close());
    const dryRun = options['dry-run'] === true;
    const reports = await publishing.releases(progress, dryRun);
    if (reports.length === 0) say('No release is due.');
    for (const { release: number, label, requests, added, changed } of reports)
      say(
        `${dryRun ? 'Would cut release' : 'Release'} ${number} (${label}): ${requests.toLocaleString('en')} requests, ` +
          `${added.toLocaleString('en')} new, ${changed.toLocaleString('en')} changed.`,
      );
    return 0;
  },
};
