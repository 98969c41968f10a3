import { z } from 'zod';
import { names, releaseNumber, releaseParameter } from './common.ts';

const ofArea = z.object({
  area_code: z.string().describe('Code of the area, as filters take it'),
  level: z.string().describe('Level of the area, such as county or ward'),
  depth: z.number().int().describe('0 for the jurisdiction itself, 1 for the level below, and so on'),
  parent_code: z
    .string()
    .nullable()
    .describe('The area that it is part of; null for the jurisdiction itself'),
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
export const area = ofArea.meta({ id: 'Area' });
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
export const listAreasOutput = z.object({
  data: z.array(area).describe('Areas, parents before their parts'),
  release: releaseNumber,
});

const ofService = z.object({
  service_code: z.string().describe('Code of the service, as filters take it'),
  service_group: z.string().describe('Group of services, as filters take it'),
  names,
  group_names: names.describe('Name of the group, by language tag'),
  agency_responsible: z.string().describe('Code of the office responsible'),
  tier: z
    .enum(['open', 'guarded', 'sensitive'])
    .describe('How its requests are published: row by row, row by row but coarser, or only counted'),
  first_response_days: z.number().int().nullable().describe('Standard: days to the first response'),
  resolution_days: z.number().int().nullable().describe('Standard: days to resolution'),
  working_days: z.boolean().describe('Whether these are working days'),
});
export const service = ofService.meta({ id: 'Service' });
export type Service = z.infer<typeof service>;
export const listServicesOutput = z.object({
  data: z.array(service).describe('Every service'),
  release: releaseNumber,
});

export const agency = z
  .object({ agency_code: z.string().describe('Code of the office, as filters take it'), names })
  .meta({ id: 'Agency' });
export type Agency = z.infer<typeof agency>;
export const listAgenciesOutput = z.object({
  data: z.array(agency).describe('Every office'),
  release: releaseNumber,
});
export const releaseInput = z.object({ release: releaseParameter });
