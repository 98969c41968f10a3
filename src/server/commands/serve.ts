import { openAddresses } from '../addresses.ts';
import { superviseWeb } from '../supervisor.ts';
import { runWeb } from '../web.ts';
import { type Command, type CommandContext, CommandError } from './types.ts';

export const serve: Command = {
  name: 'serve',
  operands: '',
  summary: 'Serves what is published, and nothing else: no import, no publishing.',
  details:
    'With DATABASE_URL set, this is the whole web process. Without it, the embedded database is brought up and the web process runs beside it.',
  takes: [0, 0],
  endsItself: true,
  options: () => ({}),
  async run(context) {
    const { settings, env, say, signal, atEnd } = context;
    if (settings.database_url !== null) {
      await serveHere(context, settings.database_url);
      return 0;
    }
    const addresses = await openAddresses(settings);
    atEnd(() => addresses.stop());
    if (addresses.web === null)
      throw new CommandError('DATABASE_URL is not set, but PUBLISHER_DATABASE_URL is: set both, or neither.');
    await superviseWeb({
      env,
      database_url: addresses.web,
      reporter_url: addresses.reporter,
      signal,
      say,
      onListening: () => undefined,
      onReady: () => undefined,
    });
    return 0;
  },
};

async function serveHere(
  { settings, env, say, signal }: CommandContext,
  database_url: string,
): Promise<void> {
  // A web process whose parent was killed has nobody who would stop it.
  const orphaned = new AbortController();
  process.once('disconnect', () => orphaned.abort());
  const managed = process.send !== undefined;
  const tell = (message: object) => {
    if (process.connected) process.send?.(message);
  };
  await runWeb({
    settings,
    database_url,
    signal: AbortSignal.any([signal, orphaned.signal]),
    say,
    debug: Boolean(env['DEBUG']),
    onListening(port) {
      tell({ kind: 'listening', port });
      if (!managed) say(`Serving on ${settings.public_url.replace(/:0$/, `:${port}`)}`);
    },
    onChange(reason) {
      tell({ kind: 'ready', reason });
      say(reason === null ? 'The portal is ready.' : `The portal is not ready: ${reason}`);
    },
  });
}
