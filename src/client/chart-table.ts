/**
 * Reads the table of a chart: the only source of what is drawn and saved.
 *
 * In:     a figure with a table whose cells carry `data-value`, and `data-low`, `data-high` where known
 * Out:    series of points; the table as CSV (RFC 4180)
 */
export interface Point {
  /** days on a curve, else the row's position */
  readonly x: number;
  readonly y: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string;
  readonly incomplete: boolean;
}

export interface Series {
  readonly label: string;
  readonly role: string;
  readonly points: readonly Point[];
}

export interface TableData {
  readonly labels: readonly string[];
  readonly series: readonly Series[];
}

export function readTable(table: HTMLTableElement): TableData {
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].slice(1);
  return {
    labels: rows.map((row) => textOf(row.cells[0])),
    series: heads.map((head, column) => ({
      label: textOf(head),
      role: head.dataset['role'] ?? 'main',
      points: rows.map((row, index): Point => {
        const cell = row.cells[column + 1];
        return {
          x: numberOf(row.dataset['x']) ?? index,
          y: numberOf(cell?.dataset['value']),
          low: numberOf(cell?.dataset['low']),
          high: numberOf(cell?.dataset['high']),
          text: textOf(cell),
          incomplete: row.dataset['incomplete'] === 'true',
        };
      }),
    })),
  };
}

export function tableAsCsv(table: HTMLTableElement): string {
  const { labels, series } = readTable(table);
  const head = textOf(table.tHead?.rows[0]?.cells[0]);
  const columns = series.flatMap(({ label, points }) => [
    { label, value: (row: number) => points[row]?.y },
    ...(points.some(({ low }) => low !== null)
      ? [
          { label: `${label}: low`, value: (row: number) => points[row]?.low },
          { label: `${label}: high`, value: (row: number) => points[row]?.high },
        ]
      : []),
  ]);
  const lines = labels.map((label, row) => [label, ...columns.map(({ value }) => value(row) ?? '')]);
  return [[head, ...columns.map(({ label }) => label)], ...lines]
    .map((fields) => `${fields.map((field) => quoted(String(field))).join(',')}\r\n`)
    .join('');
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function textOf(element: Element | null | undefined): string {
  return element?.textContent?.trim() ?? '';
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
