/**
 * What the filter form offers: areas as a tree, services under their groups.
 *
 * In:     areas and services of a release, how to say a name
 * Out:    options in the order in which people look for them
 */
import type { Area, Service } from '../../api/schemas/dimensions.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}
export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

type Say = (names: Readonly<Record<string, string>>) => string;

/** Every area but the jurisdiction itself, each below its parent, indented by its depth. */
export function areaChoices(areas: readonly Area[], say: Say): Choice[] {
  const below = Map.groupBy(areas, (area) => area.parent_code);
  const walk = (parent: string | null): Choice[] =>
    (below.get(parent) ?? [])
      .map((area) => ({ area, label: say(area.names) }))
      .toSorted((a, b) => a.label.localeCompare(b.label))
      .flatMap(({ area, label }) => [
        ...(area.depth === 0
          ? []
          : [{ value: area.area_code, label: `${'\u2003'.repeat(area.depth - 1)}${label}` }]),
        ...walk(area.area_code),
      ]);
  return walk(null);
}

/** Services that are published row by row, under their groups. */
export function serviceChoices(services: readonly Service[], say: Say): ChoiceGroup[] {
  const published = services.filter((service) => service.tier !== 'sensitive');
  return [...Map.groupBy(published, (service) => service.service_group).values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    return [
      {
        label: say(first.group_names),
        choices: members.map((service) => ({ value: service.service_code, label: say(service.names) })),
      },
    ];
  });
}

export function groupChoices(services: readonly Service[], say: Say): Choice[] {
  const published = services.filter((service) => service.tier !== 'sensitive');
  const groups = new Map(published.map((service) => [service.service_group, say(service.group_names)]));
  return [...groups].map(([value, label]) => ({ value, label }));
}
