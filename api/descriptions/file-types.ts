/**
 * What the catalogues call a format: its standard, and its name in the EU's table of file types.
 *
 * Source: Publications Office of the EU, authority table "file-type"; IANA media types
 */
export interface FileType {
  /** the document that says how such a file is written */
  readonly standard: string;
  /** of the authority table; null: it has none for this */
  readonly authority: string | null;
}

const AUTHORITY = 'http://publications.europa.eu/resource/authority/file-type/';

const types: Readonly<Record<string, FileType>> = {
  csv: { standard: 'https://www.rfc-editor.org/rfc/rfc4180', authority: `${AUTHORITY}CSV` },
  ndjson: { standard: 'https://github.com/ndjson/ndjson-spec', authority: null },
  json: { standard: 'https://www.rfc-editor.org/rfc/rfc8259', authority: `${AUTHORITY}JSON` },
  geojson: { standard: 'https://www.rfc-editor.org/rfc/rfc7946', authority: `${AUTHORITY}GEOJSON` },
  parquet: { standard: 'https://parquet.apache.org/docs/file-format/', authority: null },
  xlsx: { standard: 'https://www.iso.org/standard/71691.html', authority: `${AUTHORITY}XLSX` },
};

/** Undefined: a test fails until a format that is registered is here. */
export const fileType = (format: string): FileType | undefined => types[format];

/** `text/csv; charset=utf-8` → `text/csv` */
export const bareMediaType = (media_type: string): string => media_type.split(';', 1)[0]?.trim() ?? '';
