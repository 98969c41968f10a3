/**
 * What a portal says of a release: the answer of `/api/v1/releases/{release}` and its manifest, as far as a
 * verification needs them. Read here anew, so that nothing is taken over from the code that wrote them.
 *
 * In:     JSON text
 * Out:    Description, ManifestEntry[]
 * Errors: CannotCheck when the text is no such thing
 */
import { z } from 'zod';
import { CannotCheck } from './cannot-check.ts';

const count = z.number().int().nonnegative();

const description = z.object({
  release: z.number().int().positive(),
  label: z.string(),
  cut_off: z.iso.datetime({ offset: true }),
  time_zone: z.string(),
  measures: z.array(z.string()),
  requests: count,
  accounted_for: z.object({
    received: count,
    published: count,
    merged: count,
    withheld: z.record(z.string(), count),
    sensitive: count.nullable(),
    pending: count,
  }),
  manifest_sha256: z.string(),
});
export type Description = z.infer<typeof description>;

const manifest = z.object({
  release: z.number().int().positive(),
  label: z.string(),
  cut_off: z.iso.datetime({ offset: true }),
  files: z.array(
    z.object({
      dataset: z.string(),
      format: z.string(),
      path: z.string().regex(/^\/data\/\d+\/[\w-]+\.[a-z]+$/),
      rows: count,
      bytes: count,
      sha256: z.string(),
    }),
  ),
});
export type Manifest = z.infer<typeof manifest>;
export type ManifestEntry = Manifest['files'][number];

const list = z.object({
  data: z.array(z.object({ release: z.number().int().positive() })),
  next: z.string().nullable(),
});

export const readDescription = (text: string, from: string): Description => read(description, text, from);
export const readManifest = (text: string, from: string): Manifest => read(manifest, text, from);
export const readReleaseList = (text: string, from: string): z.infer<typeof list> => read(list, text, from);

function read<T>(shape: z.ZodType<T>, text: string, from: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CannotCheck(`${from} is not JSON: is this the address of a portal?`);
  }
  const { data, error } = shape.safeParse(value);
  if (data !== undefined) return data;
  const [issue] = error?.issues ?? [];
  throw new CannotCheck(
    `${from} is not what a portal says of a release: ${issue?.path.join('.') || 'the whole'} is missing or of another kind. The portal may be of another version.`,
  );
}

/** The name of a file in a folder of downloads. */
export const fileName = ({ path }: Pick<ManifestEntry, 'path'>): string =>
  path.slice(path.lastIndexOf('/') + 1);
