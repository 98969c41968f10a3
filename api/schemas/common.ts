/** Shapes shared by several procedures. Every field says what it is and in which unit: OpenAPI is made of this. */
import { z } from 'zod';
import { parsePeriodRange } from '../../db/schema/period.ts';

export const names = z
  .record(z.string(), z.string())
  .describe('A text in each language of the jurisdiction, by language tag');

const HIGHEST_RELEASE = 1_000_000;
export const releaseNumber = z.int().min(1).max(HIGHEST_RELEASE).describe('Number of the release');

/** A number or its digits, since in an address everything is text. */
export const releaseParameter = z
  .union(
    [
      z.literal('latest'),
      z.int().min(1).max(HIGHEST_RELEASE).pipe(z.number()),
      z
        .string()
        .regex(/^[1-9]\d{0,5}$/)
        .transform(Number),
    ],
    { error: 'must be the number of a release, or "latest"' },
  )
  .describe('A release number, or "latest"')
  .default('latest');

const code = () =>
  z.string().regex(/^[\w.-]{1,64}$/, { error: 'is no code: letters, digits, ".", "-" and "_"' });
export const areaCode = code().describe('Code of an area, as in /api/v1/areas; areas below it are included');
const serviceCode = code().describe('Code of a service, as in /api/v1/services');
export const serviceGroup = code().describe('Code of a group of services, as in /api/v1/services');
export const agencyCode = code().describe('Code of an agency, as in /api/v1/agencies');

/** 2026, 2026-11, 2026-11-22, or two of them around "..": 2026-01..2026-03 (both included, either may be left out). */
const periodParameter = z
  .string()
  .max(22)
  .refine((text) => parsePeriodRange(text) !== null, {
    error:
      'must be a year, month or day such as 2026, 2026-11 or 2026-11-22, or a range such as 2026-01..2026-03',
  })
  .describe('Received period: a year, month or day, or a range such as 2026-01..2026-03, both ends included');

const MOST_ENTRIES = 1000;
/** How many entries a page of a list has: a number or its digits, and no other way to write it. */
export const limitParameter = z
  .union(
    [
      z.int().min(1).max(MOST_ENTRIES).pipe(z.number()),
      z
        .string()
        .regex(/^([1-9]\d{0,2}|1000)$/)
        .transform(Number),
    ],
    { error: `must be a whole number from 1 to ${MOST_ENTRIES}` },
  )
  .describe(`Entries per page, 1 to ${MOST_ENTRIES}`)
  .default(100);

export const cursorParameter = z
  .string()
  .max(200)
  .regex(/^[\w-]+$/, { error: 'must be the `next` of an earlier answer' })
  .describe('Where to go on: `next` of the answer before');

/** What every list and every figure can be narrowed by. */
export const filters = z.object({
  area: areaCode.optional(),
  service: serviceCode.optional(),
  group: serviceGroup.optional(),
  agency: agencyCode.optional(),
  period: periodParameter.optional(),
});
export type Filters = z.infer<typeof filters>;
