/**
 * What the address of a feed asks for.
 *
 * In:     the parameters of the address; which of them the feed takes; the languages of the jurisdiction
 * Out:    checked parameters; `lang` is the first language of the jurisdiction unless another is asked for
 * Errors: Refusal (400) that names each bad parameter and repeats no value
 */
import { z } from 'zod';
import { badParameter } from '../../api/refusal.ts';
import { readParameters } from '../../api/rest/read-parameters.ts';
import { cursorParameter, limitParameter } from '../../api/schemas/common.ts';
import { requestFilters } from '../../api/schemas/requests.ts';

const lang = z.string().max(35).optional().describe('Language of the texts: a tag such as en or sw');
const cursor = cursorParameter.optional();
/** Entries of a page, unless asked otherwise. */
const limit = limitParameter.default(50);

const ofRequests = requestFilters.extend({ lang, limit, cursor });
const ofReleases = z.object({ lang, limit, cursor });
const ofOneRequest = z.object({ lang });

export type RequestsFeedQuery = z.infer<typeof ofRequests>;

/** `fixed`: what the path says already, and the parameters may not. */
export function readRequestsQuery(
  parameters: URLSearchParams,
  fixed: { readonly area?: string; readonly service?: string } = {},
): RequestsFeedQuery {
  const allowed = 'area' in fixed ? ofRequests.omit({ area: true }) : ofRequests;
  const input = 'service' in fixed ? allowed.omit({ service: true }) : allowed;
  return ofRequests.parse({ ...readParameters(parameters, { input, path_parameters: {} }), ...fixed });
}

export function readReleasesQuery(parameters: URLSearchParams): z.infer<typeof ofReleases> {
  return ofReleases.parse(readParameters(parameters, { input: ofReleases, path_parameters: {} }));
}

export function readOneRequestQuery(parameters: URLSearchParams): z.infer<typeof ofOneRequest> {
  return ofOneRequest.parse(readParameters(parameters, { input: ofOneRequest, path_parameters: {} }));
}

/** The language asked for, or the jurisdiction's first. */
export function feedLanguage(asked: string | undefined, languages: readonly string[]): string {
  if (asked === undefined) return languages[0] ?? 'en';
  if (languages.includes(asked)) return asked;
  throw badParameter('lang', 'is no language of this portal', languages.join(', '));
}
