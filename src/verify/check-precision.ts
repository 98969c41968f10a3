/**
 * Guarded rows from release to release: the precision of each was given once, and must not be refined.
 *
 * In:     table `requests` of one release after another; `frozen` is kept between them
 * Out:    Findings: rows that a later release shows otherwise in what is frozen
 */
import type { Engine } from './engine.ts';
import { type Findings, LISTED } from './finding.ts';

const FROZEN = [
  'area_code',
  'area_level',
  'service_code',
  'service_group',
  'received_period',
  'reporters',
] as const;

export async function checkPrecision(engine: Engine, release: number): Promise<Findings> {
  await engine.run(
    `create table if not exists frozen as select service_request_id, ${FROZEN.join(', ')}, 0 as release from requests where false`,
  );
  const join = `from requests r join frozen f using (service_request_id)`;
  const moved = FROZEN.map((name) => `r.${name} is distinct from f.${name}`);
  const shown = (side: 'r' | 'f') =>
    `concat_ws(', ', ${FROZEN.map((name, i) => `case when ${moved[i]} then '${name} ' || coalesce(${side}.${name}, 'none') end`).join(', ')})`;
  const where = `where ${moved.join(' or ')} or r.disclosure <> 'guarded'`;
  const rows = await engine.rows(
    `select service_request_id as id, f.release as before, ${shown('r')} as now, ${shown('f')} as earlier ${join} ${where} order by 1 limit ${LISTED}`,
  );
  const total = await engine.count(`select count(*) ${join} ${where}`);
  const checked = await engine.count(`select count(*) ${join}`);
  await engine.run(
    `insert into frozen select service_request_id, ${FROZEN.join(', ')}, ${release} from requests
      where disclosure = 'guarded' and service_request_id not in (select service_request_id from frozen)`,
  );
  return {
    checked,
    total,
    findings: rows.map((row) => ({
      kind: 'precision',
      release,
      what: row['id'] ?? '',
      where: `since release ${row['before']}`,
      published: row['now'] || 'not guarded',
      recomputed: row['earlier'] || 'guarded',
    })),
  };
}
