/**
 * The parameters of Open311 requests, checked, as a filter of released rows.
 *
 * In:     the query of the address, the jurisdiction, the release's cut-off
 * Out:    what to look for; empty parameters are none, as the specification asks
 * Errors: Refusal (400) that names each bad parameter; UnknownJurisdiction
 * Source: Open311 GeoReport v2, "GET Service Requests"; `page`, `page_size`, `updated_after`, `updated_before` and
 *         `extensions` as other servers have them; `release` and the filters of /requests are this portal's own
 */
import { z } from 'zod';
import { parsePublicCode } from '../../db/public-code.ts';
import type { Open311Filter } from '../../db/queries/open311-requests.ts';
import { addDays, localTime } from '../../db/schema/local-time.ts';
import { readParameters } from '../rest/read-parameters.ts';
import { agencyCode, areaCode, releaseParameter, serviceGroup } from '../schemas/common.ts';
import { requestRow } from '../schemas/requests.ts';

export class UnknownJurisdiction extends Error {
  override readonly name = 'UnknownJurisdiction';
}

const HIGHEST_PAGE_SIZE = 1000;
/** The specification's default range, where neither dates nor ids are asked for. */
const DEFAULT_DAYS = 90;

/** Its digits, and no other way to write it. */
const whole = (most: number, otherwise: number, what: string) =>
  z
    .string()
    .refine((text) => /^[1-9]\d{0,6}$/.test(text) && Number(text) <= most, {
      error: `must be a whole number from 1 to ${most}`,
    })
    .transform(Number)
    .default(otherwise)
    .describe(what);

/** A plus sign that was not escaped arrives as a space. */
const instant = (what: string) =>
  z
    .string()
    .max(40)
    .transform((text) => text.replace(/ (?=\d{2}:\d{2}$)/, '+'))
    .pipe(
      z.iso.datetime({
        offset: true,
        error: 'must be a time with its offset, such as 2026-11-22T00:00:00+03:00',
      }),
    )
    .optional()
    .describe(what);

/** Spaces around a comma are passed over; a part that is empty is refused. */
const list = (one: RegExp, error: string, what: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine((parts) => parts.length <= HIGHEST_PAGE_SIZE && parts.every((part) => one.test(part)), { error })
    .optional()
    .describe(what);

const everywhere = {
  jurisdiction_id: z
    .string()
    .max(200)
    .optional()
    .describe('Id of the jurisdiction, or the name of this host'),
  // Asked for by other servers, and sent by programs that read them all.
  api_key: z.string().max(200).optional().describe('Not needed'),
};
export const anyInput = z.object(everywhere);
export const requestsInput = z.object({
  ...everywhere,
  service_request_id: list(
    /^[\w-]{1,32}$/,
    'must be ids, with commas between them, 1000 at most',
    'Ids, with commas between them; all other filters are passed over',
  ),
  service_code: list(
    /^[\w.-]{1,64}$/,
    'must be codes of services, with commas between them',
    'Codes of services, as in services.json',
  ),
  start_date: instant('Received then or later: the first instant of the published day or month counts'),
  end_date: instant('Received then or earlier'),
  status: list(/^(open|closed)$/, 'must be open, closed, or both with a comma between them', 'open, closed'),
  updated_after: instant('Published as it is then or later'),
  updated_before: instant('Published as it is then or earlier'),
  page: whole(1_000_000, 1, 'Which page, from 1'),
  page_size: whole(HIGHEST_PAGE_SIZE, HIGHEST_PAGE_SIZE, 'Requests of a page, 1 to 1000'),
  extensions: z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .optional()
    .describe('true: with extended_attributes'),
  release: releaseParameter,
  area: areaCode.optional(),
  group: serviceGroup.optional(),
  agency: agencyCode.optional(),
  outcome: requestRow.shape.outcome.optional(),
});
export type Open311Query = z.infer<typeof requestsInput>;

export function readRequestsQuery(query: URLSearchParams): Open311Query {
  return requestsInput.parse(readParameters(query, { input: requestsInput, path_parameters: {} }));
}

/** Who serves one jurisdiction need not be told which; who is told another says so. */
export function checkJurisdiction(asked: string | undefined, id: string, public_url: string): void {
  if (asked === undefined) return;
  const host = new URL(public_url).hostname;
  const known = [id, host, host.replace(/^www\./, '')];
  if (!known.includes(asked.toLowerCase())) throw new UnknownJurisdiction();
}

export function filterOf(query: Open311Query, cut_off: Date, time_zone: string): Open311Filter {
  const { area, group, agency, outcome } = query;
  if (query.service_request_id !== undefined)
    return { ...NO_FILTER, ids: query.service_request_id.map(canonical), others: {} };
  const updated_after = dateOf(query.updated_after);
  const updated_before = dateOf(query.updated_before);
  const end = dateOf(query.end_date);
  const start = dateOf(query.start_date);
  const everything = updated_after !== null || updated_before !== null || query.start_date !== undefined;
  const { day, start: startOf } = localTime(time_zone);
  const first_day =
    start !== null
      ? firstDayFrom(start, day, startOf)
      : everything
        ? null
        : addDays(day(end ?? cut_off), -DEFAULT_DAYS);
  return {
    ids: null,
    services: query.service_code ?? null,
    statuses: query.status ?? null,
    // A month begins when its first day does.
    first_period: first_day?.endsWith('-01') ? first_day.slice(0, 7) : first_day,
    last_period: end === null ? null : day(end),
    updated_after,
    updated_before,
    others: { area, group, agency, outcome },
  };
}

const NO_FILTER = {
  ids: null,
  services: null,
  statuses: null,
  first_period: null,
  last_period: null,
  updated_after: null,
  updated_before: null,
};

/** The first day that begins at an instant or after it. */
function firstDayFrom(at: Date, day: (at: Date) => string, startOf: (period: string) => Date): string {
  const same = day(at);
  return startOf(same).getTime() === at.getTime() ? same : addDays(same, 1);
}

/** As people write codes; what is none finds nothing. */
export function canonical(id: string): string {
  const parsed = parsePublicCode(id);
  return parsed.ok ? parsed.code : id;
}

function dateOf(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text);
}
