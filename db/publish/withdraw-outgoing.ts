/**
 * Rows that a release finds to have no right to be public any more, since their requests were withheld or raised to
 * a stricter tier: they leave all releases before this one is written.
 *
 * In:     what the release has staged, both databases
 * Out:    nothing; what was staged follows the rows that had to move or to wait
 */
import type pg from 'pg';
import type { PublicationPolicy } from '../anonymise/policy.ts';
import { factsFrom, requestsByCode } from './facts.ts';
import { writeLive } from './live.ts';
import type { RowStage } from './rows.ts';
import { type MovedPlace, type Withdrawing, withdrawRows } from './withdraw.ts';

export interface AtWork {
  readonly triage: pg.PoolClient;
  readonly publisher: pg.PoolClient;
  readonly policy: PublicationPolicy;
  readonly now: Date;
}

export async function withdrawOutgoing(
  stage: RowStage,
  { manifestFiles, ...work }: AtWork & Pick<Withdrawing, 'manifestFiles'>,
): Promise<void> {
  const { triage, publisher, policy, now } = work;
  const outgoing = await stage.outgoing();
  if (outgoing.length === 0) return;
  const { moved, gone, held } = await withdrawRows(publisher, outgoing, {
    policy,
    day: policy.time.day(now),
    factsOf: factsFrom(triage, policy, now),
    manifestFiles,
  });
  await stage.move(moved);
  await stage.drop(gone);
  await showPlaces(work, moved, held);
}

/** Status pages of rows that became less precise; those whose row left wait for a cell that holds them. */
export async function showPlaces(
  { triage, publisher, policy, now }: AtWork,
  moved: readonly MovedPlace[],
  held: readonly string[],
): Promise<void> {
  await publisher.query(
    'insert into publisher.held_request select unnest($1::text[]) on conflict do nothing',
    [held],
  );
  const { rows } = await publisher.query<{ code: string }>(
    'select service_request_id as code from publisher.placement where record_id = any($1) and service_request_id is not null',
    [moved.map((place) => place.record_id)],
  );
  const codes = [...held, ...rows.map((row) => row.code)];
  for await (const requests of requestsByCode(triage, codes, policy))
    await writeLive(publisher, requests, policy, now);
}
