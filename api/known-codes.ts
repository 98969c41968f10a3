/**
 * Refuses codes that the release does not know, all at once: an empty answer to a slip of the pen would read
 * as "nothing was reported there".
 */

import { badParameters, type ParameterProblem } from './refusal.ts';
import type { Filters } from './schemas/common.ts';
import type { Dimensions } from './stores.ts';

export function checkCodes(filters: Filters, { areas, services, agencies }: Dimensions): void {
  const known = {
    area: [areas.some((a) => a.area_code === filters.area), 'area', '/api/v1/areas'],
    service: [services.some((s) => s.service_code === filters.service), 'service', '/api/v1/services'],
    group: [services.some((s) => s.service_group === filters.group), 'group of services', '/api/v1/services'],
    agency: [agencies.some((a) => a.agency_code === filters.agency), 'agency', '/api/v1/agencies'],
  } as const;
  const problems = (['area', 'service', 'group', 'agency'] as const).flatMap((name): ParameterProblem[] => {
    const [isKnown, noun, list] = known[name];
    if (filters[name] === undefined || isKnown) return [];
    return [{ parameter: name, detail: `no such ${noun} in this release`, allowed: `A code from ${list}` }];
  });
  if (problems.length > 0) throw badParameters(problems);
}
