/** The processes that a benchmark runs beside itself: the portal, bare servers, nginx. Each is stopped by its id. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../db/config.ts';

export interface Served {
  /** without a slash at the end */
  readonly origin: string;
  /** from its start to its first page, seconds */
  readonly after_s: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** `portal start` on data of its own; resolves when it serves a page. */
export async function startPortal(data_dir: string, tell: (line: string) => void): Promise<Served> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const startedAt = performance.now();
  const child = spawn(process.execPath, [path.join(projectRoot, 'src/server/portal.ts'), 'start'], {
    cwd: projectRoot,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), DATA_DIR: data_dir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout?.setEncoding('utf8').on('data', (text: string) => tell(text));
  const stop = () => ended(child, 'SIGTERM');
  while ((await statusOf(`${origin}/`)) !== 200) {
    if (child.exitCode !== null) throw new Error(`the portal ended with code ${child.exitCode}`);
    await sleep(20);
  }
  return { origin, after_s: (performance.now() - startedAt) / 1000, pid: child.pid ?? 0, stop };
}

export async function startBare(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'bare-server.ts'), ...args], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)));
    child.once('exit', (code) => reject(new Error(`the bare server ended with code ${code}`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    after_s: (performance.now() - startedAt) / 1000,
    pid: child.pid ?? 0,
    stop: () => ended(child, 'SIGTERM'),
  };
}

/**
 * nginx serving `index.html` of a folder, as Debian sets it up, but with one worker, as the portal has one process,
 * and without a log, as the portal writes none.
 */
export async function startNginx(folder: string): Promise<Served> {
  const port = await freePort();
  const startedAt = performance.now();
  const at = (name: string) => path.join(folder, name);
  for (const name of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'])
    await mkdir(at(name), { recursive: true });
  await writeFile(
    at('nginx.conf'),
    `daemon off; ${process.getuid?.() === 0 ? 'user root;' : ''} worker_processes 1; pid ${at('nginx.pid')}; error_log ${at('error.log')};
events { worker_connections 768; }
http {
  access_log off; sendfile on; tcp_nopush on; types_hash_max_size 2048; default_type text/html;
  client_body_temp_path ${at('body')}; proxy_temp_path ${at('proxy')}; fastcgi_temp_path ${at('fastcgi')};
  uwsgi_temp_path ${at('uwsgi')}; scgi_temp_path ${at('scgi')};
  server { listen 127.0.0.1:${port}; root ${folder}; }
}
`,
  );
  const child = spawn('nginx', ['-p', folder, '-c', at('nginx.conf'), '-e', at('error.log')], {
    stdio: 'ignore',
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let i = 0; (await statusOf(`${origin}/`)) !== 200; i++) {
    if (child.exitCode !== null || i > 200) throw new Error('nginx did not start');
    await sleep(25);
  }
  return {
    origin,
    after_s: (performance.now() - startedAt) / 1000,
    pid: child.pid ?? 0,
    stop: () => ended(child, 'SIGTERM'),
  };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exit;
}

async function statusOf(address: string): Promise<number | null> {
  return fetch(address).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => null,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
