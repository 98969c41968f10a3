/**
 * Erases what is private of a request from the triage database.
 *
 * In:     the importer's transaction, the code, and what is to be left
 * Out:    what was erased and what stays; null: there is no such request (any more)
 *
 * `strip`   the messages go, with their texts, pictures and ids, and so do the place on the map, the secret of the
 *           private link, texts that nobody has approved and ids that hold a telephone number. The request and its
 *           history stay, so that the office goes on with it. As many nameless people stand behind it as before.
 * `withhold` the same, and every text; it will never be published.
 * `remove`  the request goes as a whole, history included: its times would tell which anonymous row is its own.
 *
 * A message that also speaks of another request stays with that one. A reporter goes with the last of the messages.
 */
import type pg from 'pg';

export type Extent = 'strip' | 'withhold' | 'remove';

export interface ErasedInTriage {
  readonly messages: number;
  /** messages that stay, since they speak of other requests too */
  readonly shared_messages: number;
  /** reporters of whom nothing is left */
  readonly reporters: number;
  /** reporters who stay with their number, since they have sent other requests */
  readonly reporters_kept: number;
  readonly coordinates: boolean;
  /** the id in the source held a telephone number or an address */
  readonly external_id: boolean;
  /** texts that nobody had approved, or that are never to be published */
  readonly texts: number;
  readonly already: boolean;
}

interface Found {
  readonly id: number;
  readonly source: string;
  readonly external_id: string;
  readonly coordinates: boolean;
  readonly sensitive: boolean;
  readonly already: boolean;
}

const NOTHING: ErasedInTriage = {
  messages: 0,
  shared_messages: 0,
  reporters: 0,
  reporters_kept: 0,
  coordinates: false,
  external_id: false,
  texts: 0,
  already: true,
};

export async function eraseInTriage(
  importer: pg.PoolClient,
  code: string,
  extent: Extent,
): Promise<ErasedInTriage | null> {
  const { rows } = await importer.query<Found>(
    `select r.id, r.source, r.external_id, r.lat is not null as coordinates, r.erased_at is not null as already,
            coalesce(r.tier_raised = 'sensitive' or s.tier = 'sensitive', false) as sensitive
       from triage.request r left join triage.service s using (service_code)
      where r.service_request_id = $1 for update of r`,
    [code],
  );
  const [request] = rows;
  if (request === undefined) return null;
  if (request.already && extent !== 'remove') return NOTHING;
  const people = await eraseMessages(importer, request.id);
  const external_id = holdsContact(request.external_id, people.phones);
  const texts =
    extent === 'remove'
      ? 0
      : await eraseTexts(importer, request.id, extent === 'strip' && !request.sensitive);
  if (extent === 'remove') await removeRequest(importer, request, external_id);
  else {
    await standIn(importer, request, people.distinct);
    await importer.query(
      `update triage.request
          set lat = null, long = null, secret = null, erased_at = now(),
              external_id = case when $2 then 'erased ' || gen_random_uuid() else external_id end,
              withheld_reason = case when $3 then coalesce(withheld_reason, 'personal_data') else withheld_reason end
        where id = $1`,
      [request.id, external_id, extent === 'withhold'],
    );
  }
  const { messages, shared_messages, reporters, reporters_kept } = people;
  return {
    messages,
    shared_messages,
    reporters,
    reporters_kept,
    coordinates: request.coordinates,
    external_id,
    texts,
    already: false,
  };
}

async function eraseMessages(importer: pg.PoolClient, id: number) {
  const { rows: linked } = await importer.query<{
    id: number;
    reporter: number | null;
    phone: string | null;
    shared: boolean;
  }>(
    `select m.id, m.reporter_id as reporter, p.phone,
            exists (select from triage.request_message o where o.message_id = m.id and o.request_id <> $1) as shared
       from triage.request_message l join triage.message m on m.id = l.message_id
       left join triage.reporter p on p.id = m.reporter_id
      where l.request_id = $1`,
    [id],
  );
  const own = linked.filter((message) => !message.shared);
  const reporters = [...new Set(linked.flatMap((message) => message.reporter ?? []))];
  await importer.query('delete from triage.request_message where request_id = $1', [id]);
  await importer.query('delete from triage.message where id = any($1)', [own.map((message) => message.id)]);
  const gone = await importer.query(
    `delete from triage.reporter p where id = any($1)
        and not exists (select from triage.message m where m.reporter_id = p.id)`,
    [reporters],
  );
  return {
    messages: own.length,
    shared_messages: linked.length - own.length,
    reporters: gone.rowCount ?? 0,
    reporters_kept: reporters.length - (gone.rowCount ?? 0),
    distinct: reporters.length,
    phones: linked.flatMap((message) => message.phone ?? []),
  };
}

/**
 * Empty messages of nameless people, as many as there were: a published row says how many they are, in a band. Behind
 * sensitive requests all of them are one person: counts of distinct people must never rise by an erasure.
 */
async function standIn(importer: pg.PoolClient, request: Found, people: number): Promise<void> {
  const channel = request.sensitive ? 'erased sensitive' : 'erased';
  for (let person = 0; person < (request.sensitive ? Math.min(1, people) : people); person++)
    await importer.query(
      `with known as (select reporter_id as id from triage.message where $2 = 'erased sensitive' and channel = $2 limit 1),
            fresh as (insert into triage.reporter (phone) select null where not exists (select from known) returning id),
            message as (
              insert into triage.message (reporter_id, channel, external_id, received_at)
              select coalesce((select id from known), (select id from fresh)), $2, gen_random_uuid()::text, received_at
                from triage.request where id = $1 returning id)
       insert into triage.request_message (request_id, message_id) select $1, id from message`,
      [request.id, channel],
    );
}

/** Out: how many texts. What was approved is public already and stays, where the row does. */
async function eraseTexts(importer: pg.PoolClient, id: number, keepApproved: boolean): Promise<number> {
  const erase = async (table: string, key: string, text: string) => {
    const { rowCount } = await importer.query(
      `update ${table} set ${text}_approved_by = null, ${text} = null, ${text}_by = null
        where ${key} = $1 and ${text} is not null and not ($2 and ${text}_approved_by is not null)`,
      [id, keepApproved],
    );
    return rowCount ?? 0;
  };
  return (
    (await erase('triage.request', 'id', 'public_summary')) +
    (await erase('triage.event', 'request_id', 'public_note'))
  );
}

async function removeRequest(importer: pg.PoolClient, request: Found, holdsPhone: boolean): Promise<void> {
  if (!holdsPhone)
    await importer.query('insert into triage.erased_request values ($1, $2) on conflict do nothing', [
      request.source,
      request.external_id,
    ]);
  await importer.query('update triage.request set duplicate_of = null where duplicate_of = $1', [request.id]);
  await importer.query('delete from triage.request where id = $1', [request.id]);
}

/** An id of another system that would tell who it was: with a reporter's number, any Kenyan number, or an address. */
export function holdsContact(external_id: string, phones: readonly string[]): boolean {
  const digits = external_id.replace(/\D/g, '');
  const ends = phones.map((phone) => phone.replace(/\D/g, '').slice(-9)).filter((end) => end.length >= 6);
  return (
    ends.some((end) => digits.includes(end)) ||
    /(?<!\d)(?:\+?254|0)[17]\d{8}(?!\d)/.test(external_id.replace(/[\s().-]/g, '')) ||
    external_id.includes('@')
  );
}
