/**
 * Keeps a web process running: a child with the addresses of the web role and of the reporter's in its
 * environment, and no other.
 *
 * In:     the settings of the portal, both addresses
 * Out:    resolves when the child has ended because it was told to; `onReady` when it first serves a release
 * Errors: CommandError when it ends before it ever listened: its own message stands above
 */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../db/config.ts';
import { CommandError } from './commands/types.ts';

/** What the child says to its parent. */
export type ChildMessage =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'ready'; readonly reason: string | null };

export interface Supervised {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly database_url: string;
  /** null: reporters cannot confirm or dispute */
  readonly reporter_url: string | null;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  readonly onListening: (port: number) => void;
  readonly onReady: (reason: string | null) => void;
}

const PASSED_ON = [
  'PATH',
  'HOME',
  'LANG',
  'TZ',
  'DEBUG',
  'NODE_OPTIONS',
  'NODE_EXTRA_CA_CERTS',
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'JURISDICTION',
  'DATA_DIR',
  'METRICS_PORT',
  'TRUST_PROXY',
  'LOG',
];
const FIRST_WAIT_MS = 250;
const WORST_WAIT_MS = 30_000;
/** A child that ran this long was not failing at its start. */
const LONG_ENOUGH_MS = 60_000;
const STOP_WITHIN_MS = 15_000;

export async function superviseWeb(web: Supervised): Promise<void> {
  let port: number | null = null;
  let wait = FIRST_WAIT_MS;
  while (!web.signal.aborted) {
    const startedAt = performance.now();
    const child = startChild(web, port, (message) => {
      if (message.kind === 'ready') web.onReady(message.reason);
      else {
        port ??= message.port;
        web.onListening(message.port);
      }
    });
    const code = await ended(child, web.signal);
    if (web.signal.aborted) return;
    if (port === null) throw new CommandError('The web process could not start.');
    if (performance.now() - startedAt > LONG_ENOUGH_MS) wait = FIRST_WAIT_MS;
    web.say(`The web process ended (${code}). It is started again in ${wait / 1000} s.`);
    await sleep(wait, undefined, { signal: web.signal }).catch(() => undefined);
    wait = Math.min(WORST_WAIT_MS, wait * 2);
  }
}

/**
 * Megabytes in which what is new lives until it is looked through. With Node's own choice, pieces of a download that
 * have been sent lie about for long: 314 MB of memory instead of 190 for a CSV of a million rows, which takes as long.
 */
const SMALL_YOUNG_SPACE = '--max-semi-space-size=4';

function startChild(
  web: Supervised,
  port: number | null,
  heard: (message: ChildMessage) => void,
): ChildProcess {
  const env = Object.fromEntries(PASSED_ON.flatMap((name) => (web.env[name] ? [[name, web.env[name]]] : [])));
  const program = path.join(projectRoot, 'src/server/portal.ts');
  const child = spawn(process.execPath, [SMALL_YOUNG_SPACE, program, 'serve'], {
    cwd: process.cwd(),
    env: {
      ...env,
      ...(port !== null && { PORT: String(port) }),
      DATABASE_URL: web.database_url,
      ...(web.reporter_url !== null && { REPORTER_DATABASE_URL: web.reporter_url }),
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', (message: ChildMessage) => heard(message));
  return child;
}

/** How it ended, in words; asks it to end when the signal comes, and insists when it does not. */
function ended(child: ChildProcess, signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    let insist: NodeJS.Timeout | undefined;
    const stop = () => {
      child.kill('SIGTERM');
      insist = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    const settle = (how: string) => {
      clearTimeout(insist);
      signal.removeEventListener('abort', stop);
      resolve(how);
    };
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, killedBy) => settle(killedBy ? `by ${killedBy}` : `with code ${code}`));
  });
}
