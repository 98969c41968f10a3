import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { openAddresses } from '../addresses.ts';
import { keepPublishing, openPublishing } from '../publishing.ts';
import { migrateAll } from './migrate.ts';
import { type Command, unlessInterrupted } from './types.ts';

export const publish: Command = {
  name: 'publish',
  operands: '',
  summary: 'Publishes what changed in the triage database: the live status of requests.',
  takes: [0, 0],
  endsItself: true,
  options: () => ({
    watch: { type: 'boolean', summary: 'go on until stopped, and cut releases when they are due' },
  }),
  async run({ settings, options, progress, say, signal, atEnd }) {
    const pack = await loadPack(settings.jurisdiction);
    const addresses = await openAddresses(settings);
    atEnd(() => addresses.stop());
    await migrateAll(addresses);
    const publishing = openPublishing(addresses, pack, () => new Date());
    atEnd(() => publishing.close());
    if (options['watch']) {
      say('Publishing until stopped (Ctrl-C).');
      await keepPublishing({ publishing, signal, progress, revive: addresses.revive });
      return 0;
    }
    const { read, changed } = await unlessInterrupted(publishing.live(progress), signal);
    say(
      `Looked at ${read.toLocaleString('en')} requests; ${changed.toLocaleString('en')} status pages changed.`,
    );
    return 0;
  },
};
