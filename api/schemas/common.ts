/** Shapes shared by several procedures. Every field says what it is and in which unit: OpenAPI is made of this. */
import { z } from 'zod';

export const names = z
  .record(z.string(), z.string())
  .describe('A text in each language of the jurisdiction, by language tag');

export const releaseNumber = z.number().int().positive().describe('Number of the release');

export const releaseParameter = z
  .union([z.literal('latest'), z.coerce.number().int().min(1).max(1_000_000)])
  .default('latest')
  .describe('A release number, or "latest"');

export const areaCode = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .describe('Code of an area, as in /api/v1/areas; areas below it are included');
export const serviceCode = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .describe('Code of a service, as in /api/v1/services');
export const serviceGroup = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .describe('Code of a group of services');
export const agencyCode = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .describe('Code of an agency, as in /api/v1/agencies');

/** 2026, 2026-11, 2026-11-22, or two of them around "..": 2026-01..2026-03 (both included, either may be left out). */
export const periodParameter = z
  .string()
  .regex(/^(?=.*\d)(\d{4}(-\d{2}(-\d{2})?)?)?(\.\.(\d{4}(-\d{2}(-\d{2})?)?)?)?$/)
  .describe('Received period: a year, month or day, or a range such as 2026-01..2026-03');

/** What every list and every figure can be narrowed by. */
export const filters = z.object({
  area: areaCode.optional(),
  service: serviceCode.optional(),
  group: serviceGroup.optional(),
  agency: agencyCode.optional(),
  period: periodParameter.optional(),
});
export type Filters = z.infer<typeof filters>;
