/**
 * An example of a value of each column. Codes and names are those of the release itself, so that whoever copies one into
 * a filter gets an answer; all other examples are right in every jurisdiction and stand in the registry.
 *
 * In:     dataset, column, codes of the release (null: there is none yet)
 * Out:    a value that can stand in the column, as CSV writes it
 */
import type { Column, Dataset } from '../datasets/dataset.ts';
import type { Dimensions } from '../stores.ts';

/** By dataset, `*` for all that refer to a table: by column. */
export type ReleaseCodes = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function exampleOf(dataset: Dataset, { name, example }: Column, codes: ReleaseCodes | null): string {
  return codes?.[dataset.id]?.[name] ?? codes?.['*']?.[name] ?? example;
}

/** Of one of the finest areas, of the first kind that is published row by row, and of its office. */
export function releaseCodes({ areas, services, agencies }: Dimensions): ReleaseCodes {
  const area = areas.findLast(({ depth }) => depth === Math.max(...areas.map((one) => one.depth)));
  const service = services.find(({ tier }) => tier === 'open') ?? services[0];
  const agency = agencies.find(({ agency_code }) => agency_code === service?.agency_responsible);
  const sensitive = services.find(({ tier }) => tier === 'sensitive');
  const ofArea = area && {
    area_code: area.area_code,
    ...(area.parent_code !== null && { parent_code: area.parent_code }),
  };
  const ofService = service && {
    service_code: service.service_code,
    service_group: service.service_group,
    agency_responsible: service.agency_responsible,
  };
  return {
    '*': { ...ofArea, ...(area && { area_level: area.level }), ...ofService },
    areas: {
      ...(area && { level: area.level, depth: String(area.depth), ...names('name', 'names', area.names) }),
    },
    services: {
      ...(service && {
        ...names('name', 'names', service.names),
        ...names('group_name', 'group_names', service.group_names),
      }),
    },
    agencies: {
      ...(agency && { agency_code: agency.agency_code, ...names('name', 'names', agency.names) }),
    },
    sensitive_counts: { ...(sensitive && { service_group: sensitive.service_group }) },
  };
}

function names(one: string, all: string, known: Readonly<Record<string, string>>): Record<string, string> {
  const name = known['en'] ?? known['sw'] ?? Object.values(known)[0];
  return { ...(name !== undefined && { [one]: name }), [all]: JSON.stringify(known) };
}
