/**
 * Which approved texts must not be published: every summary and note goes through the detector before it leaves the
 * triage database.
 *
 * In:     a client in the triage snapshot, and requests with their approved texts
 * Out:    the texts that were stopped, and the kinds of what was found in them; nothing of any text. Messages are read
 *         for requests that have an approved text and for no others, and do not leave this file.
 */
import type pg from 'pg';
import { findings } from '../anonymise/detector/findings.ts';
import { quotes } from '../anonymise/detector/quotation.ts';
import type { FindingKind } from '../anonymise/detector/types.ts';

export interface PublicText {
  readonly service_request_id: string;
  readonly field: 'public_summary' | 'public_note';
  /** null for a summary */
  readonly event_id: number | null;
  readonly text: string;
}

export interface BlockedText extends Omit<PublicText, 'text'> {
  readonly reasons: readonly FindingKind[];
}

/** A text whose approval is one: SQL, for a text that stands beside the names of its writer and its approver. */
export const approvedText = (column: string): string =>
  `case when ${column}_approved_by is not null and ${person(`${column}_by`)} <> ${person(`${column}_approved_by`)} then ${column} end`;

/** As `triage.person` reads names; a county with tables of its own has no such function. */
const person = (name: string) =>
  `nullif(lower(regexp_replace(normalize(${name}, NFKC), '[^[:alnum:]]', '', 'g')), '')`;

export async function blockedTexts(
  triage: pg.PoolClient,
  texts: readonly PublicText[],
): Promise<BlockedText[]> {
  if (texts.length === 0) return [];
  const kindsIn = knownKinds(await readPlaceNames(triage));
  const sent = await readMessages(triage, [...new Set(texts.map((text) => text.service_request_id))]);
  return texts.flatMap(({ text, ...of }) => {
    const kinds = [...kindsIn(text)];
    if (quotes(text, sent.get(of.service_request_id) ?? [])) kinds.push('quotation');
    return kinds.length > 0 ? [{ ...of, reasons: kinds }] : [];
  });
}

/** A text of an office is used many times, and read again for every release: its kinds are found once. */
const MOST_KNOWN = 20_000;
const known = { places: '', kinds: new Map<string, readonly FindingKind[]>() };

function knownKinds(places: readonly string[]): (text: string) => readonly FindingKind[] {
  const key = places.join('\n');
  if (known.places !== key) known.kinds.clear();
  known.places = key;
  return (text) => {
    const before = known.kinds.get(text);
    if (before) return before;
    if (known.kinds.size >= MOST_KNOWN) known.kinds.clear();
    const kinds = [...new Set(findings(text, { places, messages: [] }).map((finding) => finding.kind))];
    known.kinds.set(text, kinds);
    return kinds;
  };
}

async function readPlaceNames(triage: pg.PoolClient): Promise<string[]> {
  const { rows } = await triage.query<{ name: string }>(
    'select distinct value as name from triage.area, jsonb_each_text(names) order by name',
  );
  return rows.map((row) => row.name);
}

/** Of the request, and of those that were merged into it. */
async function readMessages(
  triage: pg.PoolClient,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await triage.query<{ code: string; bodies: string[] }>(
    `with asked as (select id, service_request_id as code from triage.request where service_request_id = any($1)),
          told as (select code, id from asked
                   union all
                   select asked.code, d.id from asked join triage.request d on d.duplicate_of = asked.id)
     select told.code, array_agg(distinct m.body) as bodies
       from told join triage.request_message l on l.request_id = told.id
       join triage.message m on m.id = l.message_id
      where m.body is not null
      group by 1`,
    [codes],
  );
  return new Map(rows.map((row) => [row.code, row.bodies]));
}
