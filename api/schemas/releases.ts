import { z } from 'zod';
import { cursorParameter, limitParameter, releaseNumber, releaseParameter } from './common.ts';

export const accountedFor = z.object({
  received: z.number().int().describe('Requests received before the cut-off'),
  published: z.number().int().describe('Published row by row, mergers not counted'),
  merged: z.number().int().describe('Published as merged into another request'),
  withheld: z.record(z.string(), z.number().int()).describe('Withheld, by reason'),
  sensitive: z
    .number()
    .int()
    .nullable()
    .describe('Of services never published row by row, rounded; null: too few to say'),
  pending: z
    .number()
    .int()
    .describe(
      'Held for a later release; guarded reports of a month that is not over in multiples of k, rounded down',
    ),
});

const ladderStep = z.object({
  area_level: z.string().describe('Level of areas'),
  service: z.enum(['service', 'group', 'any']).describe('What is kept of the kind of report'),
});

export const privacyStatement = z.object({
  k: z.number().int().describe('Rows of different people that a cell must hold'),
  steps: z
    .array(
      ladderStep.extend({
        requests: z.number().int().describe('Guarded rows at this precision'),
        added: z.number().int().describe('Of these, new in this release'),
      }),
    )
    .describe('The precision ladder, the finest step first'),
  held: z.number().int().describe('Guarded requests of past months that no cell could hold yet'),
  smallest_cell: z.number().int().nullable().describe('Fewest people in any cell when it was placed'),
  largest_linkage: z
    .number()
    .nullable()
    .describe('Greatest probability of finding the row of a known report among those of its cell'),
  blocked_texts: z
    .number()
    .int()
    .describe('Approved texts that were not published, as they seem to hold personal data'),
});

export const withdrawal = z.object({
  withdrawn_on: z.string().describe('Local day'),
  requests: z.number().int().describe('Rows that were taken out of the release'),
  coarsened: z.number().int().describe('Rows that became less precise, since they had hidden among those'),
  manifest_sha256: z.string().describe('SHA-256 of the manifest before that day'),
});

const ofRelease = z.object({
  release: releaseNumber,
  label: z.string().describe("The cut-off's day"),
  cut_off: z.iso
    .datetime({ offset: true })
    .describe('What was received before this instant is in the release'),
  published_at: z.iso.datetime({ offset: true }).describe('When it was published'),
  time_zone: z.string().describe('Time zone of its days and months, such as Africa/Nairobi'),
  cadence: z.enum(['day', 'week', 'month']).describe('How often releases are made'),
  measures: z
    .array(z.enum(['first_response', 'resolution']))
    .describe('Waiting times that the source records'),
  demonstration: z.boolean().describe('True: invented data'),
  requests: z.number().int().describe('Rows in the release'),
  added: z.number().int().describe('Rows that the release before did not have'),
  changed: z.number().int().describe('Rows that differ from the release before'),
  accounted_for: accountedFor.describe('How all that was received adds up'),
  policy: z
    .object({
      version: z.string().describe('Version of the rules'),
      k: z.number().int().describe('Rows of different people that a cell of guarded rows must hold'),
      area_population: z.number().int().describe('People that an area of open rows must have'),
      sensitive_reporters: z.number().int().describe('Different reporters below which no count is published'),
      sensitive_rounding: z.number().int().describe('Counts of sensitive services are multiples of this'),
      ladder: z.array(ladderStep).optional().describe('Steps of precision of guarded rows, the finest first'),
    })
    .describe('The rules of anonymisation that it was made by'),
  privacy: privacyStatement
    .nullable()
    .describe('What the release says of its guarded rows; null before policy 2'),
  manifest_sha256: z.string().describe('SHA-256 of the manifest, hexadecimal'),
  withdrawals: z.array(withdrawal).describe('What was withdrawn from the release since it was published'),
});
export const release = ofRelease.meta({ id: 'Release' });
export type Release = z.infer<typeof release>;

const manifestFile = z.object({
  dataset: z.string().describe('Dataset, as in /api/v1/datasets'),
  format: z.string().describe('Format, as in /api/v1/datasets'),
  path: z.string().describe('Address of the file on this portal'),
  rows: z.number().int().describe('Rows of data'),
  bytes: z.number().int().describe('Size, not compressed'),
  sha256: z.string().describe('SHA-256, hexadecimal'),
});

export const listReleasesInput = z.object({ limit: limitParameter, cursor: cursorParameter.optional() });
export const listReleasesOutput = z.object({
  data: z.array(release).describe('Releases of this page'),
  next: z.string().nullable().describe('Cursor of the next page; null on the last'),
  total: z.number().int().describe('Releases, over all pages'),
});
export const getReleaseInput = z.object({ release: releaseParameter });
export const getReleaseOutput = ofRelease.extend({
  files: z.array(manifestFile).describe('Its files, with their checksums'),
});
