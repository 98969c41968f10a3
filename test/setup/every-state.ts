/**
 * A status page in every state, beside the small published database: the live answers of `status-fixtures.ts` under
 * codes of their own, moved so that "today" is today.
 *
 * In:     the publisher's address of a database that `seedPublished` has filled
 * Out:    the code of each state, by the name of the state; `withdrawn` beside them
 */

import type { RequestLiveAnswer } from '../../api/schemas/requests.ts';
import { connectPublisher } from '../../db/connect.ts';
import { publicCode } from '../../db/public-code.ts';
import { type Detail, entry, open, STATES, TODAY } from '../src/status/status-fixtures.ts';

const DAY_MS = 86_400_000;

/** The most that a page is likely to say: texts of the greatest length, and a dozen steps with a word on each. */
export const LONGEST: RequestLiveAnswer = open({
  first_response_due: '2026-10-01',
  resolution_due: '2026-11-01',
  reporter_says: 'disputed',
  reporters: '5-9',
  outcome: 'reopened',
  first_response_hours: 24,
  public_summary: wordsOf(140, 0),
  timeline: Array.from({ length: 12 }, (_, step) =>
    entry(
      step === 0 ? 'received' : step % 2 === 0 ? 'reopened' : 'resolved',
      '2026-11-12',
      wordsOf(140, step + 1),
    ),
  ),
});

/** Text of a length, different for each number, so that it is no shorter when compressed than a person's. */
function wordsOf(length: number, number: number): string {
  const words = 'daraja barabara maji taa soko kliniki shule mtaro choo bomba kisima njia'.split(' ');
  const text = Array.from({ length }, (_, at) => `${words[(at * 7 + number * 5) % 12]}${(at * number) % 97}`);
  return text.join(' ').slice(0, length);
}

export async function seedEveryState(
  publisherUrl: string,
  now: Date,
  more: Readonly<Record<string, RequestLiveAnswer>> = {},
): Promise<Record<string, string>> {
  const byState: Record<string, string> = {};
  // The day that it is in Nairobi.
  const moved = Math.floor(now.getTime() / DAY_MS + 0.125) - Date.parse(TODAY) / DAY_MS;
  const publisher = connectPublisher(publisherUrl);
  try {
    const states = Object.entries({ ...STATES, ...more });
    for (const [index, [name, { tier, status, detail }]] of states.entries()) {
      const service_request_id = codeOf(index);
      byState[name] = service_request_id;
      await publisher.db
        .insertInto('published.request_live')
        .values({
          service_request_id,
          tier: tier === 'status_only' ? tierIn(name) : tier,
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

/** What the API does not tell is in the name of the state. */
const tierIn = (name: string) => (name.startsWith('withheld') ? 'withheld' : 'sensitive');

/** A code that has the same characters in every run. */
export function codeOf(index: number): string {
  let at = 0;
  return publicCode(() => ((index >> (5 * (at++ % 3))) + 7 * at) & 31);
}

function liveDetail({ weeks_waiting, ...detail }: Detail, now: Date, moved: number): object {
  const text = JSON.stringify({
    ...detail,
    area_code: detail.area_code === 'elgeyo-marakwet' ? detail.area_code : 'tambach',
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
