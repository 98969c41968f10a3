/**
 * How soon a change in the triage database is on its status page: from the commit to the first HTTP answer that shows
 * it, at random moments; and what the whole portal costs while nothing happens.
 *
 * In:     a portal that serves, the addresses of the importer and of the web role
 * Out:    lines and bars
 */
import { randomInt } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Served } from './processes.ts';
import type { Reports } from './reports.ts';

const CHANGES = 200;
const IDLE_SECONDS = 10;
const GIVEN_UP_MS = 10_000;

export async function liveChanges(
  portal: Served,
  urls: { readonly importer: string; readonly web: string },
  { say, bar }: Pick<Reports, 'say' | 'bar'>,
): Promise<void> {
  say('\nA change in the triage database, from its commit to the page');
  const idle = await idleShare(portal.pid);
  if (idle !== null) say(`      idle: ${(idle * 100).toFixed(2)} % of one core, database included`);
  const codes = await openCodes(urls.web);
  const triage = new pg.Client({ connectionString: urls.importer });
  await triage.connect();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  try {
    for (const code of codes) times.push(await oneChange(portal.origin, code, triage, agent));
  } finally {
    agent.destroy();
    await triage.end();
  }
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  say(`      ${times.length} changes: least ${ms(at(0))}, median ${ms(at(0.5))}, 95 % ${ms(at(0.95))}`);
  bar('the slowest change to its page', at(1), 'ms', 1000);
}

/** Milliseconds from the commit to the first answer that is another than before. */
async function oneChange(origin: string, code: string, triage: pg.Client, agent: Agent): Promise<number> {
  const before = await etagOf(origin, code, agent);
  await sleep(randomInt(1000));
  await triage.query(
    `insert into triage.event (request_id, kind, at)
     select id, 'resolved', now() from triage.request where service_request_id = $1`,
    [code],
  );
  const committedAt = performance.now();
  while ((await etagOf(origin, code, agent)) === before) {
    if (performance.now() - committedAt > GIVEN_UP_MS)
      throw new Error(`the change of ${code} never came to its page`);
    await sleep(2);
  }
  return performance.now() - committedAt;
}

async function openCodes(web: string): Promise<string[]> {
  const reader = new pg.Client({ connectionString: web });
  await reader.connect();
  const { rows } = await reader.query<{ code: string }>(
    `select service_request_id as code from published.request_live where tier = 'open' and status <> 'closed'
      order by random() limit $1`,
    [CHANGES],
  );
  await reader.end();
  return rows.map(({ code }) => code);
}

function etagOf(origin: string, code: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    request(`${origin}/i/${code}`, { agent }, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 200
          ? resolve(String(response.headers.etag))
          : reject(new Error(`/i/… answered ${response.statusCode}`)),
      );
    })
      .once('error', reject)
      .end();
  });
}

/** Of one core, over a while in which nobody asks; null where /proc does not tell. */
async function idleShare(pid: number): Promise<number | null> {
  await sleep(3000);
  const before = await secondsOfTree(pid);
  await sleep(IDLE_SECONDS * 1000);
  const after = await secondsOfTree(pid);
  return before === null || after === null ? null : (after - before) / IDLE_SECONDS;
}

const TICKS_PER_SECOND = 100;

/** Processor time of a process, of those below it, and of those below it that have ended. proc(5), "stat". */
async function secondsOfTree(root: number): Promise<number | null> {
  const names = await readdir('/proc').catch(() => []);
  const processes = new Map<number, { parent: number; ticks: number }>();
  for (const name of names.filter((entry) => /^\d+$/.test(entry))) {
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null);
    // The name of a program, in brackets, may hold anything.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields)
      processes.set(Number(name), {
        parent: Number(fields[1]),
        ticks: [11, 12, 13, 14].reduce((sum, i) => sum + Number(fields[i]), 0),
      });
  }
  if (!processes.has(root)) return null;
  const isBelow = (pid: number): boolean => pid === root || isBelowParent(processes.get(pid)?.parent);
  const isBelowParent = (parent: number | undefined): boolean =>
    parent !== undefined && parent > 1 && isBelow(parent);
  let ticks = 0;
  for (const [pid, found] of processes) if (isBelow(pid)) ticks += found.ticks;
  return ticks / TICKS_PER_SECOND;
}
