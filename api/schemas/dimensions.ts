import { z } from 'zod';
import { names, releaseNumber, releaseParameter } from './common.ts';

export const area = z.object({
  area_code: z.string(),
  level: z.string(),
  depth: z.number().int().describe('0 for the jurisdiction itself, 1 for the level below, and so on'),
  parent_code: z.string().nullable(),
  names,
  population: z.number().int().nullable().describe('People'),
  schematic: z.boolean().describe('True: drawn for orientation, not a surveyed boundary'),
  lat: z.number().nullable().describe('Latitude of a point inside the area, degrees'),
  long: z.number().nullable().describe('Longitude of a point inside the area, degrees'),
  geometry: z
    .looseObject({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) })
    .nullable()
    .describe('GeoJSON geometry; null unless asked for'),
});
export type Area = z.infer<typeof area>;
export const listAreasInput = z.object({
  release: releaseParameter,
  geometry: z
    .union([z.boolean().pipe(z.boolean()), z.enum(['true', 'false']).transform((text) => text === 'true')], {
      error: 'must be true or false',
    })
    .default(false)
    .describe('Whether to include boundaries: true or false'),
});
export const listAreasOutput = z.object({ data: z.array(area), release: releaseNumber });

export const service = z.object({
  service_code: z.string(),
  service_group: z.string(),
  names,
  group_names: names,
  agency_responsible: z.string(),
  tier: z.enum(['open', 'guarded', 'sensitive']),
  first_response_days: z.number().int().nullable().describe('Standard: days to the first response'),
  resolution_days: z.number().int().nullable().describe('Standard: days to resolution'),
  working_days: z.boolean().describe('Whether these are working days'),
});
export type Service = z.infer<typeof service>;
export const listServicesOutput = z.object({ data: z.array(service), release: releaseNumber });

export const agency = z.object({ agency_code: z.string(), names });
export type Agency = z.infer<typeof agency>;
export const listAgenciesOutput = z.object({ data: z.array(agency), release: releaseNumber });
export const releaseInput = z.object({ release: releaseParameter });
