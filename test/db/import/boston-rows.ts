/** Made-up rows in the layout of Boston's 311 file. */
export const HEADER = [
  'case_enquiry_id',
  'open_dt',
  'target_dt',
  'closed_dt',
  'case_status',
  'closure_reason',
  'reason',
  'department',
  'ward',
  'latitude',
  'longitude',
] as const;

export type Row = Readonly<Partial<Record<(typeof HEADER)[number], string>>>;

/** An open request of ward 3, unless said otherwise; closed where it has a closing time. */
export function row(id: string | number, cells: Row = {}): string {
  const full: Row = {
    case_enquiry_id: String(id),
    open_dt: '2011-07-01 08:00:00',
    case_status: cells.closed_dt ? 'Closed' : 'Open',
    reason: 'Trees',
    department: 'PARK',
    ward: 'Ward 3',
    latitude: '42.36',
    longitude: '-71.06',
    ...cells,
  };
  return HEADER.map((column) => full[column] ?? '').join(',');
}

export function csv(rows: readonly string[], header: string = HEADER.join(',')): string {
  return `${[header, ...rows].join('\n')}\n`;
}

export function manyRows(count: number): string[] {
  return Array.from({ length: count }, (_, i) =>
    row(100_000 + i, i % 10 === 0 ? {} : { closed_dt: '2011-07-02 09:00:00' }),
  );
}
