/**
 * Writes the status pages anew in the order of their codes, which are random. As they are published one by one, they
 * lie on the disk in the order of receipt, sensitive ones too; whoever could read the table, as the web process can,
 * would read that order off it. At each release it is gone, and readers are not kept waiting.
 *
 * In:     the publisher's transaction
 */
import type pg from 'pg';

export async function reorderPages(publisher: pg.PoolClient): Promise<void> {
  await publisher.query('drop table if exists pg_temp.pages');
  await publisher.query(
    'create temporary table pages on commit drop as select * from published.request_live',
  );
  await publisher.query('delete from published.request_live');
  await publisher.query(
    'insert into published.request_live select * from pg_temp.pages order by service_request_id',
  );
  await publisher.query('drop table pg_temp.pages');
}
