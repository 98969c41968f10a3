/**
 * The formats of a dataset against each other: all hold the same rows.
 *
 * In:     the CSV and the NDJSON file of a dataset, as they were downloaded
 * Out:    Findings: rows of which a value differs
 */
import type { Engine } from './engine.ts';
import { literal } from './engine.ts';
import type { Findings } from './finding.ts';
import { LISTED } from './finding.ts';
import { header, readCsv } from './sql/tables.ts';

export async function checkFormats(
  engine: Engine,
  release: number,
  dataset: string,
  { csv, ndjson }: { readonly csv: string; readonly ndjson: string },
): Promise<Findings> {
  const names = await header(csv, dataset);
  const columns = names.map((name) => `${literal(name)}: 'JSON'`).join(', ');
  const json = `read_ndjson(${literal(ndjson)}, columns = {${columns}}, maximum_object_size = 67108864)`;
  // An object is JSON text in CSV; a number may be written in more than one way.
  const text = (side: string, name: string) =>
    side === 'c'
      ? `case when json_type(j."${name}") in ('OBJECT', 'ARRAY') then cast(json(c."${name}") as varchar) else c."${name}" end`
      : `case when json_type(j."${name}") in ('OBJECT', 'ARRAY') then cast(json(j."${name}") as varchar) else j."${name}" ->> '$' end`;
  const differs = names.map((name) => {
    const [c, j] = [text('c', name), text('j', name)];
    return `(${c} is distinct from ${j} and coalesce(try_cast(${c} as double) <> try_cast(${j} as double), true))`;
  });
  await engine.run(
    `create or replace table found as
       select line, [${names.map((name, i) => `case when ${differs[i]} then '${name} ' || coalesce(${text('c', name)}, 'none') end`).join(', ')}] as in_csv,
              [${names.map((name, i) => `case when ${differs[i]} then '${name} ' || coalesce(${text('j', name)}, 'none') end`).join(', ')}] as in_json
         from (select row_number() over () as line, c, j
                 from (select c from ${readCsv(csv, names)} c) positional join (select j from ${json} j))
        where ${differs.join(' or ')}`,
  );
  const rows = await engine.rows(
    `select line, array_to_string(list_filter(in_csv, x -> x is not null), ', ') as in_csv,
            array_to_string(list_filter(in_json, x -> x is not null), ', ') as in_json from found order by line limit ${LISTED}`,
  );
  return {
    checked: 1,
    total: await engine.count('select count(*) from found'),
    findings: rows.map((row) => ({
      kind: 'file',
      release,
      what: `${dataset}.ndjson`,
      where: `row ${row['line']}, beside ${dataset}.csv`,
      published: row['in_json'] ?? null,
      recomputed: row['in_csv'] ?? null,
    })),
  };
}
