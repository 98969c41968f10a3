/**
 * The name under which a browser saves a download: it says whose data it is, of which release, and what was left out or
 * changed, so that a folder of them can be told apart years later.
 *
 * In:     id of the jurisdiction, id of the dataset, number of the release, ending; what was done to it
 * Out:    `elgeyo-marakwet-requests-release-25.csv`, `…-release-25-filtered-spreadsheet.csv`
 */
export interface SavedFile {
  readonly jurisdiction: string;
  readonly dataset: string;
  readonly release: number;
  readonly ending: string;
  readonly filtered?: boolean;
  /** with `?bom=true` it is another file than the one that the checksum is of */
  readonly spreadsheet?: boolean;
}

export function fileName({
  jurisdiction,
  dataset,
  release,
  ending,
  filtered = false,
  spreadsheet = false,
}: SavedFile): string {
  const parts = [jurisdiction, dataset, `release-${release}`];
  if (filtered) parts.push('filtered');
  if (spreadsheet) parts.push('spreadsheet');
  return `${parts.join('-')}.${ending}`;
}
