/**
 * Names that a pack lacks in a language. Pages show them in the language that they fall back to.
 *
 * In:     a pack, a language tag
 * Out:    how many names there are, and those that are missing, by what they name: `area tambach`
 * Errors: none
 */
import type { Names } from '../schema/names.ts';
import type { Pack } from './types.ts';

export interface MissingNames {
  readonly names: number;
  readonly missing: readonly string[];
}

export function missingNames(pack: Pack, language: string): MissingNames {
  const all = namesOf(pack);
  return {
    names: all.length,
    missing: all.filter(([, names]) => !names[language]).map(([what]) => what),
  };
}

function namesOf(pack: Pack): (readonly [string, Names])[] {
  return [
    ['the jurisdiction', pack.names],
    ['its contact', pack.contact.name],
    ...pack.area_levels.flatMap(({ level, names, plural }) => [
      [`area level ${level}`, names] as const,
      [`area level ${level}, plural`, plural] as const,
    ]),
    ...pack.groups.map(({ service_group, names }) => [`group ${service_group}`, names] as const),
    ...pack.agencies.map(({ agency_code, names }) => [`office ${agency_code}`, names] as const),
    ...pack.services.map(({ service_code, names }) => [`service ${service_code}`, names] as const),
    ...pack.areas.map(({ area_code, names }) => [`area ${area_code}`, names] as const),
    ...[...pack.holidays].map(([day, names]) => [`holiday ${day}`, names] as const),
  ];
}
