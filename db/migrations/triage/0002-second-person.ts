/**
 * Approval by a second person, held in the database: a public text without a writer cannot be approved, the same
 * name in other letters is the same person, and a text that is changed has to be approved again. A note that is
 * changed or approved later reaches the change feed.
 *
 * Approvals that break these rules are taken back; their texts wait for a new one.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const TEXTS = [
  { table: 'triage.request', text: 'public_summary' },
  { table: 'triage.event', text: 'public_note' },
] as const;

const statements = [
  // "J. Chebet", "j chebet " and "Ｊ．ＣＨＥＢＥＴ" are one person: letters and digits alone are compared. Null: nobody.
  `create function triage.person(name text) returns text language sql immutable parallel safe
     return nullif(lower(regexp_replace(normalize(name, NFKC), '[^[:alnum:]]', '', 'g')), '')`,

  `create function triage.may_approve(written text, writer text, approver text) returns boolean
     language sql immutable parallel safe
     return coalesce(approver is null
         or (written is not null and triage.person(writer) <> triage.person(approver)), false)`,

  ...TEXTS.flatMap(({ table, text }) => [
    `update ${table} set ${text}_approved_by = null
      where not triage.may_approve(${text}, ${text}_by, ${text}_approved_by)`,
    `alter table ${table} add constraint ${text}_second_person
       check (triage.may_approve(${text}, ${text}_by, ${text}_approved_by))`,

    // Whoever approved it approved these words of this writer and no others.
    `create function triage.${text}_changed() returns trigger language plpgsql as $$
     begin
       new.${text}_approved_by := null;
       return new;
     end $$`,
    `create trigger ${text}_changed before update on ${table} for each row
       when (new.${text} is distinct from old.${text} or new.${text}_by is distinct from old.${text}_by)
       execute function triage.${text}_changed()`,
  ]),

  `create function triage.event_changed() returns trigger language plpgsql as $$
   begin
     update triage.request set changed_xid = pg_current_xact_id()
      where id in (select request_id from changed) and changed_xid <> pg_current_xact_id();
     return null;
   end $$`,
  `create trigger event_changed after update on triage.event
     referencing new table as changed for each statement execute function triage.event_changed()`,
];
