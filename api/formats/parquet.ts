/**
 * Parquet: typed columns for DuckDB, pandas, R and whatever reads by parts over HTTP. Dates are DATE, whole numbers
 * INT32, other numbers DOUBLE, texts and periods UTF-8 with a dictionary where it is shorter, objects JSON text;
 * boundaries are well-known binary with GeoParquet's description. Every column may be null.
 *
 * Made by hyparquet-writer, which is small, has no binary part, writes a group of rows at a time and the same bytes
 * wherever it runs; DuckDB's own COPY would have to be given the rows as a file first.
 *
 * Source: Apache Parquet format; GeoParquet 1.1.0
 */
import { ByteWriter, geojsonToWkb, ParquetWriter } from 'hyparquet-writer';
import type { Column, ColumnType, Dataset } from '../datasets/dataset.ts';
import { geometryColumn } from '../datasets/dataset.ts';
import type { FileWriter, Format, TypedFileWriter } from './format.ts';
import { TypedRowReader, typedRowsWithBoundaries, type Value } from './typed-rows.ts';

/** Enough for a dictionary to be worth it, few enough to be held in memory as values. */
const ROWS_IN_GROUP = 20_000;

const TYPES: Readonly<Record<ColumnType, object>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  period: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  object: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  geometry: { type: 'BYTE_ARRAY' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

export const parquet: Format = {
  id: 'parquet',
  title: { en: 'Parquet', sw: 'Parquet' },
  description: {
    en: 'Typed columns, small and fast, for DuckDB, pandas and R; a program can read only the part it needs.',
    sw: 'Safu wima zenye aina, ndogo na za haraka, kwa DuckDB, pandas na R; programu inaweza kusoma sehemu inayohitaji tu.',
  },
  media_type: 'application/vnd.apache.parquet',
  rows: typedRowsWithBoundaries,
  file: (dataset) => new ParquetFile(dataset),
  typedFile: (dataset) => new ParquetFile(dataset),
  heavy: true,
  digested: true,
  read_by_parts: true,
  most_rows: null,
  writes: () => true,
};

class ParquetFile implements FileWriter, TypedFileWriter {
  readonly #columns: readonly Column[];
  readonly #reader: TypedRowReader;
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  #group: (Value | Uint8Array)[][];

  constructor(dataset: Dataset) {
    this.#columns = dataset.columns;
    this.#reader = new TypedRowReader(dataset.columns);
    this.#group = emptyGroup(dataset.columns);
    const geometry = geometryColumn(dataset);
    this.#writer = new ParquetWriter({
      writer: this.#bytes,
      schema: [
        { name: 'root', num_children: dataset.columns.length },
        ...dataset.columns.map(({ name, type }) => ({
          name,
          repetition_type: 'OPTIONAL' as const,
          ...TYPES[type],
        })),
      ],
      createdBy: 'majibu',
      ...(geometry && { kvMetadata: [{ key: 'geo', value: JSON.stringify(geoParquet(geometry)) }] }),
    });
  }

  push(rows: Buffer): Buffer {
    this.#reader.push(rows, (row) => this.row(row));
    return this.take();
  }

  row(values: readonly Value[]): void {
    for (let i = 0; i < this.#columns.length; i += 1) {
      const value = values[i] ?? null;
      this.#group[i]?.push(
        this.#columns[i]?.type === 'geometry' && typeof value === 'string'
          ? geojsonToWkb(JSON.parse(value))
          : value,
      );
    }
    if (this.#group[0]?.length === ROWS_IN_GROUP) this.#writeGroup();
  }

  end(): Buffer {
    if ((this.#group[0]?.length ?? 0) > 0) this.#writeGroup();
    this.#writer.finish();
    return this.take();
  }

  #writeGroup(): void {
    this.#writer.write({
      columnData: this.#columns.map(({ name, type }, i) => ({
        name,
        data: this.#group[i] ?? [],
        // A boundary is its own smallest and largest: statistics would only repeat it.
        ...(type === 'geometry' && { statistics: false }),
      })),
      rowGroupSize: ROWS_IN_GROUP,
    });
    this.#group = emptyGroup(this.#columns);
  }

  /** What was written since the last time. */
  take(): Buffer {
    const bytes = Buffer.from(this.#bytes.getBytes());
    this.#bytes.index = 0;
    return bytes;
  }
}

const emptyGroup = (columns: readonly Column[]): (Value | Uint8Array)[][] => columns.map(() => []);

/** Coordinates are longitude and latitude in WGS 84, which is what GeoParquet takes where no system is named. */
function geoParquet({ name }: Column): object {
  return {
    version: '1.1.0',
    primary_column: name,
    columns: { [name]: { encoding: 'WKB', geometry_types: ['Polygon', 'MultiPolygon'] } },
  };
}
