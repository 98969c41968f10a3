/**
 * How the columns of a CSV source are to be understood: `imports/NAME.json` in a jurisdiction pack.
 *
 * In:     the text of the file, and the pack that it belongs to
 * Out:    the Declaration, every code in it checked against the pack
 * Errors: faults: on which line, what is wrong, and what would be right
 */
import { z } from 'zod';
import { suggest } from '../jurisdictions/faults.ts';
import { JsonSyntaxError, type LocatedJson, parseLocated } from '../jurisdictions/json-lines.ts';
import type { Pack } from '../jurisdictions/types.ts';
import { template } from './template.ts';
import { timeReader } from './time-format.ts';

const column = z.string().min(1, { error: 'must name a column' });
const values = z.record(z.string(), z.string());

const schema = z.strictObject({
  /** kept with every request; with the external id it tells whether a record is known already */
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, { error: 'must be lower-case letters, digits and hyphens' }),
  about: z.string(),
  delimiter: z.string().length(1, { error: 'must be one character' }).default(','),
  external_id: column,
  times: z.strictObject({
    format: z.string().superRefine((format, context) => explain(() => timeReader(format), context)),
    received: column,
    acknowledged: column.nullable().default(null),
    closed: column.nullable().default(null),
    expected: column.nullable().default(null),
  }),
  /** null: a record is closed when it has a time of closing */
  status: z
    .strictObject({ column, open: z.array(z.string()).min(1), closed: z.array(z.string()).min(1) })
    .nullable()
    .default(null),
  /** `otherwise` stands for every value that is not listed; without it such a record is rejected */
  service: z.strictObject({ column, values, otherwise: z.string().optional() }),
  agency: z
    .strictObject({ column, values, otherwise: z.string().nullable().optional() })
    .nullable()
    .default(null),
  area: z.strictObject({
    column: column.nullable().default(null),
    /** a regular expression; its groups are {1}, {2} … in the template */
    pattern: z
      .string()
      .default('^(.+)$')
      .superRefine((text, context) => explain(() => new RegExp(text, 'u'), context)),
    template: z
      .string()
      .default('{1}')
      .superRefine((text, context) => explain(() => template(text), context)),
  }),
  point: z
    .strictObject({
      latitude: column,
      longitude: column,
      /** points that stand for "no place", as [latitude, longitude] */
      no_place: z.array(z.tuple([z.number(), z.number()])).default([]),
    })
    .nullable()
    .default(null),
  /** columns that must never be read, and why */
  never_read: z
    .record(column, z.string().min(1, { error: 'must say why the column is never read' }))
    .default({}),
});

export type Declaration = z.output<typeof schema>;

export interface DeclarationFault {
  /** from 1 */
  readonly line: number;
  readonly message: string;
}

export type DeclarationResult =
  | { readonly ok: true; readonly declaration: Declaration }
  | { readonly ok: false; readonly faults: readonly DeclarationFault[] };

/** A fault and the place in the declaration that it is about. */
interface Located {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

export function checkDeclaration(text: string, pack: Pick<Pack, 'services' | 'agencies'>): DeclarationResult {
  let json: LocatedJson;
  try {
    json = parseLocated(text);
  } catch (error) {
    if (error instanceof JsonSyntaxError)
      return { ok: false, faults: [{ line: error.line, message: `is not JSON: ${error.message}` }] };
    throw error;
  }
  const parsed = schema.safeParse(json.value);
  const located: Located[] = parsed.success
    ? [...unknownCodes(parsed.data, pack), ...columnFaults(parsed.data)]
    : parsed.error.issues.map(({ path, message }) => ({ path, message }));
  const faults = [
    ...json.repeated.map(({ line, key }) => ({
      line,
      message: `"${key}" stands here twice; keep one of the two`,
    })),
    ...located.map(({ path, message }) => ({
      line: json.lineOf(path),
      message: path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
    })),
  ];
  return faults.length > 0 || !parsed.success
    ? { ok: false, faults }
    : { ok: true, declaration: parsed.data };
}

/** Every column that is read, by what it is read for. */
export function columnsRead(d: Declaration): Readonly<Record<string, string>> {
  const read: Record<string, string | null | undefined> = {
    external_id: d.external_id,
    'times.received': d.times.received,
    'times.acknowledged': d.times.acknowledged,
    'times.closed': d.times.closed,
    'times.expected': d.times.expected,
    'status.column': d.status?.column,
    'service.column': d.service.column,
    'agency.column': d.agency?.column,
    'area.column': d.area.column,
    'point.latitude': d.point?.latitude,
    'point.longitude': d.point?.longitude,
  };
  return Object.fromEntries(Object.entries(read).flatMap(([use, name]) => (name ? [[use, name]] : [])));
}

function unknownCodes(d: Declaration, pack: Pick<Pack, 'services' | 'agencies'>): Located[] {
  const services = pack.services.map((service) => service.service_code);
  const agencies = pack.agencies.map((agency) => agency.agency_code);
  const check = (part: 'service' | 'agency', codes: readonly string[], file: string): Located[] => {
    const map = d[part];
    const listed = Object.entries(map?.values ?? {}).map(([value, code]) => ({
      path: [part, 'values', value],
      code,
    }));
    const otherwise =
      typeof map?.otherwise === 'string' ? [{ path: [part, 'otherwise'], code: map.otherwise }] : [];
    return [...listed, ...otherwise].flatMap(({ path, code }) =>
      codes.includes(code) ? [] : [{ path, message: `"${code}" is not in ${file}${suggest(code, codes)}` }],
    );
  };
  return [...check('service', services, 'services.csv'), ...check('agency', agencies, 'agencies.csv')];
}

function columnFaults(d: Declaration): Located[] {
  const both = Object.entries(columnsRead(d)).flatMap(([use, name]) =>
    Object.hasOwn(d.never_read, name)
      ? [
          {
            path: use.split('.'),
            message: `the column ${name} is under never_read; take it out of one of the two`,
          },
        ]
      : [],
  );
  const twice = d.status?.open.filter((value) => d.status?.closed.includes(value)) ?? [];
  return [
    ...both,
    ...twice.map((value) => ({
      path: ['status'],
      message: `"${value}" is both open and closed; take it out of one of the two`,
    })),
    ...(d.status && d.times.closed === null
      ? [{ path: ['times'], message: 'closed must name a column where there is a status' }]
      : []),
  ];
}

function explain(work: () => unknown, context: z.RefinementCtx): void {
  try {
    work();
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'cannot be read' });
  }
}
