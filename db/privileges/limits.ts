/**
 * What each role of a portal may do, and no more. The grants of `migrate`, the refusal of the web process and
 * what `doctor` says all follow from here.
 *
 *   web            reads the tables of `published`
 *   publisher      owns `published` and its own memory, `publisher`
 *   triage_reader  reads the columns of `triage` that publishing needs: no phone, no picture, no place on a map,
 *                  no id of another system
 *   reporter       calls `reporter_word.record`, and reads and writes nothing itself
 *   importer       owns `triage`
 */
import type { RoleName } from '../embedded/roles.ts';

export interface RoleLimits {
  /** schemas whose tables it may read */
  readonly reads: readonly string[];
  /** the columns that it may read; null: all of its schemas */
  readonly columns: Readonly<Record<string, readonly string[]>> | null;
  /** whether what it reads may be a view: it runs with its owner's rights */
  readonly views: boolean;
  /** schemas in which it may do anything */
  readonly owns: readonly string[];
  /** functions of others that it may call, as `regprocedure` writes them */
  readonly calls: readonly string[];
}

export const RECORD_WORD = 'reporter_word.record(text,bytea,text)';

/** By table of schema `triage`. Bodies of messages are read to stop a summary that repeats one, for nothing else. */
export const TRIAGE_READER_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  area: ['area_code', 'level', 'parent_code', 'names', 'population', 'schematic', 'geometry'],
  message: ['id', 'reporter_id', 'body'],
  request: [
    'id',
    'service_request_id',
    'source',
    'service_code',
    'area_code',
    'agency_responsible',
    'status',
    'received_at',
    'expected_at',
    'tier_raised',
    'public_summary',
    'public_summary_by',
    'public_summary_approved_by',
    'withheld_reason',
    'duplicate_of',
    'secret',
    'changed_xid',
  ],
  request_message: ['request_id', 'message_id'],
  event: [
    'id',
    'request_id',
    'kind',
    'at',
    'agency_responsible',
    'public_note',
    'public_note_by',
    'public_note_approved_by',
  ],
};

export const ROLE_LIMITS: Readonly<Record<RoleName, RoleLimits>> = {
  web: { reads: ['published'], columns: null, views: false, owns: [], calls: [] },
  publisher: {
    reads: [],
    columns: null,
    views: false,
    owns: ['published', 'publisher', 'published_migration'],
    calls: [],
  },
  triage_reader: { reads: ['triage'], columns: TRIAGE_READER_COLUMNS, views: true, owns: [], calls: [] },
  // It looks into the schema of that function, where there is nothing to read.
  reporter: { reads: ['reporter_word'], columns: {}, views: false, owns: [], calls: [RECORD_WORD] },
  importer: {
    reads: [],
    columns: null,
    views: false,
    owns: ['triage', 'triage_migration', 'reporter_word'],
    calls: [],
  },
};
