/** The form of `jurisdiction.json`. Every message says what would be right. */
import { z } from 'zod';
import { type LadderStep, MEASURES } from '../schema/published.ts';
import { AA_TEXT, contrastRatio } from './contrast.ts';
import { suggest } from './faults.ts';

/** An error text for a value that is missing, and for one of another form. */
const must = (be: string) => ({
  error: (issue: { readonly input?: unknown }) =>
    issue.input === undefined ? `is missing; it must be ${be}` : `must be ${be}`,
});

const SERVICE_PRECISIONS = ['service', 'group', 'any'] as const;
const LADDER_STEP = 'an area level and "service", "group" or "any", such as "ward x service"';

const text = (be: string) => z.string(must(be)).trim().min(1, must(be));
const matching = (pattern: RegExp, be: string) => z.string(must(be)).regex(pattern, must(be));
const positive = (be: string) => z.int(must(be)).min(1, must(be));
const slug = (be: string) =>
  matching(/^[a-z0-9]+([_-][a-z0-9]+)*$/, `${be}, in lower-case letters, digits, hyphens`);
/** As it can stand in a header of HTTP and between the angle brackets of a `Link`. */
const webAddress = (be: string) =>
  z
    .string(must(be))
    .refine((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? '') && /^[!#-;=?-~]+$/.test(url), must(be));

const languageTag = matching(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as "en" or "sw"');

export const languagesSchema = z
  .array(languageTag, must('a list of language tags, the default first: ["en", "sw"]'))
  .min(1, must('a list of at least one language tag: ["en"]'))
  .refine((tags) => new Set(tags).size === tags.length, { error: 'names a language twice; keep one' });

/** Languages whose names may be missing: pages then show the name in the language that they fall back to. */
export const partialLanguagesSchema = (whole: readonly string[]) =>
  z
    .array(languageTag, must('a list of language tags: ["eyo"]'))
    .refine((tags) => new Set([...whole, ...tags]).size === whole.length + tags.length, {
      error: 'names a language twice, or one of "languages"; keep one',
    })
    .default([]);

/** Languages of a pack: every name is there in the `whole` ones, and may be in the `partial` ones. */
export interface PackLanguages {
  readonly whole: readonly string[];
  readonly partial: readonly string[];
}

/** A name in each of the languages, and in no other. */
function names({ whole: languages, partial }: PackLanguages) {
  const be = `a name per language: { ${languages.map((tag) => `"${tag}": "…"`).join(', ')} }`;
  return z.record(z.string(), text('a name'), must(be)).superRefine((given, context) => {
    for (const tag of languages)
      if (!(tag in given))
        context.addIssue({ code: 'custom', message: `lacks the name in "${tag}"; it must be ${be}` });
    for (const tag of languages.length ? Object.keys(given) : [])
      if (![...languages, ...partial].includes(tag))
        context.addIssue({
          code: 'custom',
          path: [tag],
          message: `is in a language that "languages" does not list; remove it or list "${tag}"`,
        });
  });
}

const colour = z
  .string(must('a colour as #rrggbb'))
  .regex(/^#[0-9a-fA-F]{6}$/, { ...must('a colour as #rrggbb'), abort: true })
  .superRefine((value, context) => {
    const ratio = contrastRatio(value, '#ffffff');
    if (ratio < AA_TEXT)
      context.addIssue({
        code: 'custom',
        message: `${value} has a contrast of ${ratio.toFixed(1)} : 1 on white; text needs ${AA_TEXT} : 1 (WCAG AA): choose a darker colour`,
      });
  });

const timeZone = z.string(must('an IANA time zone such as "Africa/Nairobi"')).superRefine((zone, context) => {
  if (!isTimeZone(zone))
    context.addIssue({
      code: 'custom',
      message: `"${zone}" is not an IANA time zone such as "Africa/Nairobi"${near(zone)}`,
    });
});

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

function near(zone: string): string {
  const hint = suggest(zone, Intl.supportedValuesOf('timeZone'));
  return hint.includes('did you mean') ? hint : '';
}

function list<T extends z.ZodType>(entry: T, key: string, be: string) {
  return z
    .array(entry, must(be))
    .min(1, must(be))
    .superRefine((entries, context) => {
      const codes = z
        .array(z.looseObject({ [key]: z.string() }))
        .parse(entries)
        .map((e) => e[key]);
      codes.forEach((code, i) => {
        if (codes.indexOf(code) !== i)
          context.addIssue({
            code: 'custom',
            path: [i, key],
            message: `"${String(code)}" is there twice; every code must be its own`,
          });
      });
    });
}

export function jurisdictionSchema(languages: PackLanguages) {
  return z.strictObject({
    id: slug('a short name of the jurisdiction'),
    names: names(languages),
    languages: languagesSchema,
    partial_languages: partialLanguagesSchema(languages.whole),
    country: matching(/^[A-Z]{2}$/, 'an ISO 3166-1 code of two capitals such as "KE"'),
    time_zone: timeZone,
    contact: z.strictObject(
      {
        name: names(languages),
        email: z.email(must('an e-mail address')),
        url: webAddress('an address that begins with https://, or null').nullable().default(null),
      },
      must('an object with "name", "email" and "url"'),
    ),
    whatsapp: matching(
      /^\+[1-9]\d{6,14}$/,
      'a number in international form such as "+254…", or null for none',
    )
      .nullable()
      .default(null),
    colours: z.strictObject(
      { accent: colour, signal: colour },
      must('an object with the colours "accent" and "signal"'),
    ),
    licence: z.strictObject(
      {
        id: text('an SPDX licence code such as "CC-BY-4.0"'),
        name: text('the name of the licence'),
        url: webAddress('the address of the licence, beginning with https://'),
      },
      must('an object with "id", "name" and "url"'),
    ),
    release_cadence: z
      .enum(['day', 'week', 'month'], { error: 'must be "day", "week" or "month"' })
      .default('week'),
    measures: z
      .array(
        z.enum(MEASURES, { error: `must be one of ${MEASURES.map((m) => `"${m}"`).join(', ')}` }),
        must('a list of the waiting times that the source records: ["first_response", "resolution"]'),
      )
      .min(1, { error: 'must name at least one waiting time' })
      .default([...MEASURES]),
    thresholds: z
      .strictObject(
        {
          k: z.int(must('a whole number from 2')).min(2, must('a whole number from 2')).default(5),
          ladder: z
            .array(
              z.string(must(LADDER_STEP)).transform((text, context): LadderStep => {
                const [, area_level, service] = /^([a-z0-9_-]+) x (service|group|any)$/.exec(text) ?? [];
                const known = SERVICE_PRECISIONS.find((precision) => precision === service);
                if (area_level !== undefined && known) return { area_level, service: known };
                context.addIssue({ code: 'custom', message: `must be ${LADDER_STEP}` });
                return z.NEVER;
              }),
              must(`a list of steps, the finest first, each ${LADDER_STEP}`),
            )
            .min(1, must('a list of at least one step, or left out for the usual ones'))
            .optional(),
          area_population: z
            .int(must('a whole number of people, 0 for no threshold'))
            .min(0, must('a whole number of people, 0 for no threshold'))
            .default(5000),
          sensitive_reporters: positive('a whole number from 1').default(10),
          sensitive_rounding: positive('a whole number from 1').default(5),
          ranked: positive('a whole number from 1').default(20),
        },
        must('an object'),
      )
      .prefault({}),
    area_levels: list(
      z.strictObject({
        level: slug('a code of the level'),
        names: names(languages),
        plural: names(languages),
      }),
      'level',
      'a list of area levels, from the jurisdiction down to the finest',
    ),
    groups: list(
      z.strictObject({ service_group: slug('a code of the group'), names: names(languages) }),
      'service_group',
      'a list of service groups',
    ),
  });
}

export type Jurisdiction = z.infer<ReturnType<typeof jurisdictionSchema>>;
