/**
 * The cells of a release, read by a COPY: the driver takes five times as long to make objects of them.
 *
 * In:     a client: the publisher's, inside the transaction that cuts the release, or one of the web role
 * Out:    the cells, in no order
 * Errors: those of the database
 */
import { sql } from 'kysely';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { asOf } from '../../db/queries/as-of.ts';
import type { CellRow } from '../../db/queries/cells.ts';
import { CELL_MEASURES } from '../../db/schema/published.ts';
import { BinaryCopyReader, type Decode, decodeInteger, decodeIntegers } from '../formats/binary-copy.ts';
import { copyStatement } from './copy-statement.ts';

type CellValue = string | number | number[];

export async function readCells(client: pg.PoolClient, release: number): Promise<CellRow[]> {
  const text = oneOfEach();
  const reader = new BinaryCopyReader<CellValue>([
    ...Array.from({ length: 7 }, () => text),
    decodeInteger,
    decodeIntegers,
    decodeIntegers,
  ]);
  const cells: CellRow[] = [];
  const statement = copyStatement(
    sql`copy (select received_period, area_code, service_code, service_group, agency_responsible, disclosure, measure,
                     requests, hours, counts
                from published.response_cell where ${asOf(release)}) to stdout (format binary)`,
  );
  for await (const chunk of client.query(copyTo(statement)))
    reader.push(chunk, (values) => {
      const [period, area, service, group, agency, disclosure, measured, requests, hours, counts] = values;
      const measure = CELL_MEASURES.find((one) => one === measured);
      if (measure === undefined) throw new RangeError('a cell of a measure that is none');
      cells.push({
        received_period: textOf(period),
        area_code: textOf(area),
        service_code: textOf(service),
        service_group: textOf(group),
        agency_responsible: textOf(agency),
        disclosure: disclosure === 'guarded' ? 'guarded' : 'open',
        measure,
        requests: typeof requests === 'number' ? requests : 0,
        hours: Array.isArray(hours) ? hours : [],
        counts: Array.isArray(counts) ? counts : [],
      });
    });
  await client.query('select');
  return cells;
}

const textOf = (value: CellValue | null | undefined): string => (typeof value === 'string' ? value : '');

/** A text that has occurred is given again as it was: there are few, and each in many cells. */
function oneOfEach(): Decode<string> {
  const known = new Map<string, string>();
  return (bytes, at, length) => {
    const text = bytes.toString('latin1', at, at + length);
    let found = known.get(text);
    if (found === undefined) {
      found = bytes.toString('utf8', at, at + length);
      known.set(text, found);
    }
    return found;
  };
}
