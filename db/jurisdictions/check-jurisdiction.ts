/**
 * `jurisdiction.json`: names, languages, colours, contact, thresholds.
 *
 * In:     the text of the file
 * Out:    what it says, with defaults filled in; null when it has faults, which are reported with their line.
 *         `languages`, `groups` and `levels` are given even then where they could be read, so that the other
 *         files can be checked against them.
 */
import { z } from 'zod';
import { type Report, suggest } from './faults.ts';
import { JsonSyntaxError, type LocatedJson, parseLocated } from './json-lines.ts';
import {
  type Jurisdiction,
  jurisdictionSchema,
  languagesSchema,
  type PackLanguages,
  partialLanguagesSchema,
} from './jurisdiction-schema.ts';

export interface CheckedJurisdiction {
  readonly jurisdiction: Jurisdiction | null;
  /** null: not known, so nothing can be checked against it */
  readonly languages: PackLanguages | null;
  readonly groups: readonly string[] | null;
  readonly levels: readonly string[] | null;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

const codesIn = (key: string) => z.array(z.looseObject({ [key]: z.string() }));

export function checkJurisdiction(text: string, report: Report): CheckedJurisdiction {
  const json = located(text, report);
  if (!json) return { jurisdiction: null, languages: null, groups: null, levels: null, lineOf: () => 1 };
  for (const { line, key } of json.repeated) report(line, `property "${key}" is there twice; keep one`);
  const object = z.record(z.string(), z.unknown()).safeParse(json.value).data ?? {};
  const whole = languagesSchema.safeParse(object['languages']).data ?? null;
  const partial = partialLanguagesSchema(whole ?? []).safeParse(object['partial_languages']).data ?? [];
  const languages = whole && { whole, partial };
  const schema = jurisdictionSchema(languages ?? { whole: [], partial: [] });
  const parsed = schema.safeParse(json.value);
  for (const issue of parsed.error?.issues ?? [])
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys)
        report(
          json.lineOf([...issue.path, key]),
          `unknown property "${[...issue.path, key].join('.')}"${suggest(key, knownAt(schema, issue.path))}`,
        );
    else report(json.lineOf(issue.path), `${pathText(issue.path)}${issue.message}`);
  const codes = (list: string, key: string) =>
    codesIn(key)
      .safeParse(object[list])
      .data?.map((entry) => String(entry[key])) ?? null;
  checkLadder(parsed.data, json, report);
  return {
    jurisdiction: parsed.data ?? null,
    languages,
    groups: codes('groups', 'service_group'),
    levels: codes('area_levels', 'level'),
    lineOf: json.lineOf,
  };
}

function checkLadder(jurisdiction: Jurisdiction | undefined, json: LocatedJson, report: Report): void {
  const levels = jurisdiction?.area_levels.map(({ level }) => level) ?? [];
  const steps = jurisdiction?.thresholds.ladder ?? [];
  const texts = steps.map((step) => `${step.area_level} x ${step.service}`);
  for (const [i, step] of steps.entries()) {
    const line = json.lineOf(['thresholds', 'ladder', i]);
    if (!levels.includes(step.area_level))
      report(
        line,
        `thresholds.ladder ${i} names the area level "${step.area_level}"${suggest(step.area_level, levels)}`,
      );
    if (texts.indexOf(texts[i] ?? '') !== i)
      report(line, `thresholds.ladder ${i} is there twice; keep the first`);
  }
}

export function located(text: string, report: Report): LocatedJson | null {
  try {
    return parseLocated(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    report(error.line, `is not JSON: ${error.message}`);
    return null;
  }
}

const pathText = (path: readonly PropertyKey[]) =>
  path.length === 0 ? '' : `${path.map(String).join('.')} `;

/** The properties that the schema knows at a path. */
function knownAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let at: z.core.$ZodType | undefined = schema;
  for (const step of [...path, null]) {
    while (at instanceof z.ZodDefault || at instanceof z.ZodPrefault || at instanceof z.ZodNullable)
      at = at.unwrap();
    if (step === null) break;
    at =
      at instanceof z.ZodObject ? at.shape[String(step)] : at instanceof z.ZodArray ? at.element : undefined;
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}
