/**
 * Writes the rows of a release: what is new or differs gets a version of its own, what is gone is closed, and
 * what stayed the same is not touched.
 *
 * In:     the publisher's transaction; `stage` takes publishable rows, the codes that have none (any more) and events
 * Out:    counts of rows added, changed and closed, from `write`
 */
import type pg from 'pg';
import type { ReleaseEvent, ReleaseRow } from '../anonymise/publishable.ts';
import type { NewPlace } from '../anonymise/regroup.ts';
import { REQUEST_COLUMNS } from '../schema/published.ts';
import { openEventStage, stageEvents, writeEvents } from './event-stage.ts';

const LIST = REQUEST_COLUMNS.join(', ');
const of = (table: string) => REQUEST_COLUMNS.map((column) => `${table}.${column}`).join(', ');

export interface RowCounts {
  readonly added: number;
  readonly changed: number;
  readonly closed: number;
}

export class RowStage {
  readonly #publisher: pg.PoolClient;

  private constructor(publisher: pg.PoolClient) {
    this.#publisher = publisher;
  }

  static async open(publisher: pg.PoolClient): Promise<RowStage> {
    await publisher.query('drop table if exists incoming_row, outgoing_code');
    await publisher.query(
      `create temporary table incoming_row on commit drop as select ${LIST} from published.request_version with no data`,
    );
    await publisher.query('create temporary table outgoing_code (service_request_id text) on commit drop');
    await openEventStage(publisher);
    return new RowStage(publisher);
  }

  async stage(
    rows: readonly ReleaseRow[],
    gone: readonly string[],
    events: readonly ReleaseEvent[] = [],
  ): Promise<void> {
    await stageEvents(this.#publisher, events);
    if (rows.length > 0)
      await this.#publisher.query(
        `insert into incoming_row (${LIST}) select ${LIST} from json_populate_recordset(null::incoming_row, $1)`,
        [JSON.stringify(rows)],
      );
    if (gone.length > 0)
      await this.#publisher.query('insert into outgoing_code select unnest($1::text[])', [gone]);
  }

  /** Rows of earlier releases whose requests have none any more. */
  async outgoing(): Promise<string[]> {
    const { rows } = await this.#publisher.query<{ id: string }>(
      `select distinct gone.service_request_id as id from outgoing_code gone
         join published.request_version v on v.service_request_id = gone.service_request_id`,
    );
    return rows.map((row) => row.id);
  }

  /** Rows that were made less precise after they were staged. */
  async move(places: readonly (NewPlace & Pick<ReleaseRow, 'agency_responsible'>)[]): Promise<void> {
    await this.#publisher.query(
      `update incoming_row i set area_code = m.area_code, area_level = m.area_level, service_code = m.service_code,
              service_group = m.service_group, agency_responsible = m.agency_responsible
         from jsonb_to_recordset($1::jsonb) as m (record_id text, area_code text, area_level text, service_code text,
              service_group text, agency_responsible text)
        where i.service_request_id = m.record_id`,
      [JSON.stringify(places)],
    );
  }

  /** Rows that are not to be published after all. */
  async drop(ids: readonly string[]): Promise<void> {
    await this.#publisher.query('delete from incoming_row where service_request_id = any($1)', [ids]);
  }

  /** Rows lie on the disk in the order of their ids, which says nothing, and not in the order of receipt. */
  async write(release: number): Promise<RowCounts> {
    const count = async (sql: string) => (await this.#publisher.query(sql)).rowCount ?? 0;
    await this.#publisher.query('analyze incoming_row');
    const changed = await count(
      `update published.request_version current set to_release = ${release} from incoming_row incoming
        where current.to_release is null and current.service_request_id = incoming.service_request_id
          and (${of('current')}) is distinct from (${of('incoming')})`,
    );
    const closed = await count(
      `update published.request_version current set to_release = ${release} from outgoing_code gone
        where current.to_release is null and current.service_request_id = gone.service_request_id`,
    );
    const written = await count(
      `insert into published.request_version (${LIST}, from_release)
       select ${LIST}, ${release} from incoming_row incoming
        where not exists (select from published.request_version current
                           where current.to_release is null and current.service_request_id = incoming.service_request_id)
        order by incoming.service_request_id`,
    );
    await writeEvents(this.#publisher, release);
    return { added: written - changed, changed, closed };
  }
}
