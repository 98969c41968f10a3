/**
 * Whether the port can be had, asked before the long work begins. A web process orphaned by a crash gives its
 * port up within a moment, so a port that is taken is asked again.
 *
 * Errors: CommandError that says what to do
 */
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { cannotListen } from './http/listen.ts';

const ATTEMPTS = 15;

export async function portIsFree(at: { readonly host: string; readonly port: number }): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const error = await tryPort(at);
    if (error === null) return;
    if (error.code !== 'EADDRINUSE' || attempt === ATTEMPTS) throw cannotListen(error, at);
    await sleep(200);
  }
}

function tryPort({
  host,
  port,
}: {
  readonly host: string;
  readonly port: number;
}): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}
