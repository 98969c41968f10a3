import type { Connection } from '../connect.ts';
import type { Pack } from '../jurisdictions/types.ts';
import type { Progress } from '../progress.ts';
import type { TriageDatabase } from '../schema/triage.ts';

export interface ImportJob {
  readonly importer: Connection<TriageDatabase>;
  readonly pack: Pack;
  /** absolute path of the file to read */
  readonly file: string;
  /** from the command line: `--name value` */
  readonly options: Readonly<Record<string, string>>;
  readonly progress: Progress;
}

/** read = accepted + unchanged + rejected, always. Counts of records of the source. */
export interface ImportReport {
  readonly read: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** where the rejected records and their reasons are; null when there are none */
  readonly rejects_file: string | null;
  /** what people should know: how areas were found, what was mended */
  readonly notes: readonly string[];
}

export interface Importer {
  readonly name: string;
  readonly summary: string;
  /** one line per option, for `portal help import NAME` */
  readonly options: Readonly<Record<string, string>>;
  run(job: ImportJob): Promise<ImportReport>;
}

/**
 * What is wrong with a source, and what to do. Nothing of it was kept unless there is a report: then the
 * source broke off, the report says how far the import came, and what it counts is kept.
 */
export class ImportError extends Error {
  override name = 'ImportError';
  readonly report: ImportReport | null;
  constructor(message: string, report: ImportReport | null = null) {
    super(message);
    this.report = report;
  }
}
