/**
 * Kills a command as a power cut would, at a moment of its work that the database shows, and tells random moments
 * apart by a seed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Ended, Running } from './portal-command.ts';

/** A number from 0 up to 1 at each call, the same ones for the same seed. Source: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** SIGKILL, `delay_ms` after the moment was reached, unless it has ended before. */
export async function killAfter(
  running: Running,
  reached: () => Promise<boolean>,
  delay_ms: number,
): Promise<Ended> {
  let over = false;
  void running.ended.then(() => {
    over = true;
  });
  while (!over && !(await reached())) await sleep(15);
  await sleep(delay_ms);
  if (!over) running.child.kill('SIGKILL');
  return running.ended;
}

/** A client for looking on, which belongs to nobody under test. */
export async function lookAt(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'looking on' });
  await client.connect();
  return client;
}

export async function count(client: pg.Client, sql: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`select (${sql})::int as n`);
  return rows[0]?.n ?? 0;
}

/** Whether a transaction that writes is under way in this database. */
export async function isWriting(client: pg.Client): Promise<boolean> {
  return (
    (await count(
      client,
      `select count(*) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null`,
    )) > 0
  );
}

/** Resolves when the server has noticed that the killed process is gone. */
export async function untilAlone(client: pg.Client): Promise<void> {
  while (
    (await count(
      client,
      `select count(*) from pg_stat_activity where datname = current_database() and application_name like 'majibu%'`,
    )) > 0
  )
    await sleep(20);
}
