import { connectImporter } from '../../../db/connect.ts';
import { DemonstrationError } from '../../../db/demo/error.ts';
import { loadDemonstration } from '../../../db/demo/load.ts';
import { importPack } from '../../../db/import/pack.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import type { Pack } from '../../../db/jurisdictions/types.ts';
import type { Progress } from '../../../db/progress.ts';
import { type Addresses, need, openAddresses } from '../addresses.ts';
import { buildSite, isSiteBuilt } from '../built-site.ts';
import { explainFailure } from '../explain-failure.ts';
import { portIsFree } from '../port-is-free.ts';
import { keepPublishing, openPublishing, type Publishing } from '../publishing.ts';
import { quietUntilBusy } from '../quiet-progress.ts';
import { refuseTooPowerful } from '../refuse-too-powerful.ts';
import { superviseWeb } from '../supervisor.ts';
import { migrateAll } from './migrate.ts';
import { type Command, type CommandContext, unlessInterrupted } from './types.ts';

export const start: Command = {
  name: 'start',
  operands: '',
  summary: 'All in one: builds, brings up the database, loads the demonstration, publishes and serves.',
  details:
    'What is there already is kept: a second start serves within seconds and brings itself up to date behind.\n' +
    'With database addresses set, nothing is loaded into a triage database: it publishes what is there.',
  takes: [0, 0],
  endsItself: true,
  options: () => ({}),
  async run(context) {
    const { settings, say, signal, atEnd } = context;
    const progress = quietUntilBusy(context.progress);
    const pack = await loadPack(settings.jurisdiction);
    await portIsFree(settings);
    const { addresses, publishing, kept } = await unlessInterrupted(prepare(), signal);

    // Whichever ends first, the web process or the publisher, takes the other with it.
    const over = new AbortController();
    const until = AbortSignal.any([signal, over.signal]);
    const served = serveUntil(context, addresses, until).finally(() => over.abort());
    const published = (async () => {
      if (kept)
        await unlessInterrupted(bringUpToDate(addresses, pack, publishing, progress), until).catch(tell);
      await keepPublishing({ publishing, signal: until, progress, revive: addresses.revive });
    })();
    await Promise.all([served, published]);
    say('Stopped.');
    return 0;

    async function prepare() {
      const [opened] = await Promise.all([
        openAddresses(settings),
        isSiteBuilt().then((built) => (built ? undefined : buildSite(context.progress))),
      ]);
      atEnd(() => opened.stop());
      await migrateAll(opened);
      await refuseTooPowerful(need(opened, 'web'), 'web');
      if (opened.reporter !== null) await refuseTooPowerful(opened.reporter, 'reporter');
      const publisher = openPublishing(opened, pack, () => new Date());
      atEnd(() => publisher.close());
      // With a release kept from before, people are served while the rest is brought up to date.
      const hasRelease = await publisher.hasRelease();
      if (!hasRelease) await bringUpToDate(opened, pack, publisher, progress);
      return { addresses: opened, publishing: publisher, kept: hasRelease };
    }

    function tell(failure: unknown): void {
      if (!until.aborted) say(explainFailure(failure, false).message);
    }
  },
};

function serveUntil(
  { settings, env, say }: CommandContext,
  addresses: Addresses,
  signal: AbortSignal,
): Promise<void> {
  let port = settings.port;
  let told = false;
  return superviseWeb({
    env,
    database_url: need(addresses, 'web'),
    reporter_url: addresses.reporter,
    signal,
    say,
    onListening: (found) => {
      port = found;
    },
    onReady: () => {
      if (told) return;
      told = true;
      say(`\n  Open ${settings.public_url.replace(/:0$/, `:${port}`)}\n  Ctrl-C stops it.\n`);
    },
  });
}

/** The pack, the demonstration where it belongs, live status, and the releases that are due. */
async function bringUpToDate(
  addresses: Addresses,
  pack: Pack,
  publishing: Publishing,
  progress: Progress,
): Promise<void> {
  if (addresses.importer !== null) {
    const importer = connectImporter(addresses.importer);
    try {
      await importPack(importer, pack);
      const any = await importer.db.selectFrom('triage.request').select('id').limit(1).execute();
      if (any.length === 0 && addresses.embedded.triage)
        await loadDemonstration({ importer, pack, now: new Date(), progress });
    } catch (failure) {
      // A city's own pack need not have one: its portal begins empty.
      if (!(failure instanceof DemonstrationError)) throw failure;
      progress.note(failure.message);
    } finally {
      await importer.close();
    }
  }
  await publishing.live(progress);
  await publishing.releases(progress);
  progress.done();
}
