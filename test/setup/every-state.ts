/**
 * A status page in every state, beside the small published database: the live answers of `status-fixtures.ts` under
 * codes of their own, moved so that "today" is today.
 *
 * In:     the publisher's address of a database that `seedPublished` has filled
 * Out:    the code of each state, by the name of the state; `withdrawn` beside them
 */
import { connectPublisher } from '../../db/connect.ts';
import { publicCode } from '../../db/public-code.ts';
import { type Detail, STATES, TODAY } from '../src/status/status-fixtures.ts';

const DAY_MS = 86_400_000;

export async function seedEveryState(publisherUrl: string, now: Date): Promise<Record<string, string>> {
  const byState: Record<string, string> = {};
  // The day that it is in Nairobi.
  const moved = Math.floor(now.getTime() / DAY_MS + 0.125) - Date.parse(TODAY) / DAY_MS;
  const publisher = connectPublisher(publisherUrl);
  try {
    const states = Object.entries(STATES);
    for (const [index, [name, { tier, status, detail }]] of states.entries()) {
      const service_request_id = codeOf(index);
      byState[name] = service_request_id;
      await publisher.db
        .insertInto('published.request_live')
        .values({
          service_request_id,
          tier,
          status,
          detail: detail && JSON.stringify(liveDetail(detail, now, moved)),
        })
        .execute();
    }
    const withdrawn = codeOf(states.length);
    byState['withdrawn'] = withdrawn;
    await publisher.db
      .insertInto('published.request_live')
      .values({ service_request_id: withdrawn, tier: 'withdrawn', status: 'closed', detail: null })
      .execute();
  } finally {
    await publisher.close();
  }
  return byState;
}

/** A code that has the same characters in every run. */
export function codeOf(index: number): string {
  let at = 0;
  return publicCode(() => ((index >> (5 * (at++ % 3))) + 7 * at) & 31);
}

function liveDetail({ weeks_waiting, ...detail }: Detail, now: Date, moved: number): object {
  const guarded = weeks_waiting !== null || detail.received_period?.length === 7;
  const text = JSON.stringify({
    ...detail,
    area_code: guarded && detail.service_group === null ? 'elgeyo-marakwet' : 'tambach',
    received_week: weeks_waiting === null ? null : mondayBefore(now, weeks_waiting),
  });
  return JSON.parse(
    text.replace(
      /"(\d{4}-\d\d-\d\d)"/g,
      (_, day: string) => `"${weeks_waiting === null ? dayAfter(day, moved) : day}"`,
    ),
  );
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

function mondayBefore(now: Date, weeks: number): string {
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  return new Date(now.getTime() - (sinceMonday + weeks * 7) * DAY_MS).toISOString().slice(0, 10);
}
