/**
 * The reporter's word on a resolution. `reporter_word.record` is the one way to say it: it takes the token that only
 * a private link gives, so that whoever may call it can say nothing without one. It lies in a schema of its own;
 * whoever calls it sees nothing of `triage`.
 *
 * In:     the code of a request, its reporter's token (32 bytes), `confirmed` or `disputed`
 * Out:    recorded      the word is an event of the request
 *         same          it was said already
 *         not_resolved  the request does not stand as resolved
 *         too_often     four words within a day
 *         refused       no such code, no private link, or another token: they are not told apart
 * Source: RFC 2104 (HMAC), RFC 5869 (HKDF); the labels are those of db/anonymise/sealed-box.ts
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create schema reporter_word`,

  `create function reporter_word.hmac_sha256(key bytea, data bytea) returns bytea
     language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
   declare
     block bytea := case when octet_length(key) > 64 then sha256(key) else key end;
     inner_pad bytea;
     outer_pad bytea;
   begin
     block := block || decode(repeat('00', 64 - octet_length(block)), 'hex');
     inner_pad := block;
     outer_pad := block;
     for i in 0..63 loop
       inner_pad := set_byte(inner_pad, i, get_byte(block, i) # 54);
       outer_pad := set_byte(outer_pad, i, get_byte(block, i) # 92);
     end loop;
     return sha256(outer_pad || sha256(inner_pad || data));
   end $$`,

  // HKDF-SHA-256 with the code as salt; 32 bytes are its first block.
  `create function reporter_word.token_of(secret bytea, code text) returns bytea
     language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
     select reporter_word.hmac_sha256(
       reporter_word.hmac_sha256(convert_to(code, 'UTF8'), secret),
       convert_to('majibu reporter token v1', 'UTF8') || '\\x01'::bytea) $$`,

  `create function reporter_word.record(code text, token bytea, word text) returns text
     language plpgsql volatile strict security definer set search_path = pg_catalog, pg_temp as $$
   declare
     asked record;
     resolution record;
     said_before text;
     moment timestamptz;
   begin
     if word not in ('confirmed', 'disputed') then
       raise exception 'a word is "confirmed" or "disputed"' using errcode = 'invalid_parameter_value';
     end if;
     select r.id, r.secret into asked from triage.request r where r.service_request_id = code;
     -- Digests are compared: how far two of them agree says nothing of the token.
     if sha256(token) is distinct from sha256(reporter_word.token_of(asked.secret, code)) then
       return 'refused';
     end if;
     -- One word at a time: each sees those before it.
     perform 1 from triage.request r where r.id = asked.id for update;
     moment := clock_timestamp();
     select e.id, e.kind, e.at into resolution from triage.event e
      where e.request_id = asked.id and e.kind in ('resolved', 'declined', 'merged', 'reopened') and e.at <= moment
      order by e.at desc, e.id desc limit 1;
     if resolution.kind is distinct from 'resolved' then
       return 'not_resolved';
     end if;
     select e.kind into said_before from triage.event e
      where e.request_id = asked.id and e.kind in ('confirmed', 'disputed')
        and (e.at, e.id) > (resolution.at, resolution.id)
      order by e.at desc, e.id desc limit 1;
     if said_before = word then
       return 'same';
     end if;
     if (select count(*) from triage.event e
          where e.request_id = asked.id and e.kind in ('confirmed', 'disputed') and e.at > moment - interval '1 day') >= 4 then
       return 'too_often';
     end if;
     -- To the second, and never before the resolution: clocks of two machines differ by more than a message takes.
     insert into triage.event (request_id, kind, at)
     select asked.id, word, greatest(date_trunc('second', moment), max(e.at))
       from triage.event e where e.request_id = asked.id and e.at <= moment;
     return 'recorded';
   end $$`,

  `revoke all on all routines in schema reporter_word from public`,
];
