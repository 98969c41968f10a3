/**
 * The XML of one sheet, row by row, under a header that stays in view.
 *
 * In:     how each column is shown and how wide it is; values, a date as days since 1 January 1970
 * Out:    text to be put together
 * Errors: RangeError for a text that no cell can hold
 * Source: ECMA-376 part 1, 18.3 and 22.4.2.4 (ST_Xstring)
 */

import type { Value } from './typed-rows.ts';
import { STYLES } from './workbook-parts.ts';

const MOST_CHARACTERS = 32_767;
/** Days from Excel's day 0 to 1 January 1970. */
const DAYS_BEFORE_1970 = 25_569;
/** Excel counts a 29 February 1900 that never was: earlier days would be off by one. */
const FIRST_SURE_DAY = 61;

export interface SheetColumn {
  /** text: several lines in a cell, from its top */
  readonly kind: 'plain' | 'date' | 'text';
  /** of the header, in characters */
  readonly width: number;
}

export class SheetWriter {
  readonly #columns: readonly (SheetColumn & { readonly letters: string })[];
  #row = 0;

  constructor(columns: readonly SheetColumn[]) {
    this.#columns = columns.map((column, i) => ({ ...column, letters: lettersOf(i) }));
  }

  /** Header and the first columns, as many as are fixed, stay in view. */
  open(header: readonly string[], fixed = 0): string {
    const widths = this.#columns
      .map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
      .join('');
    const pane =
      fixed === 0
        ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        : `<pane xSplit="${fixed}" ySplit="1" topLeftCell="${lettersOf(fixed)}2" activePane="bottomRight" state="frozen"/>`;
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
      `<cols>${widths}</cols><sheetData>${this.#line(header, STYLES.header)}`
    );
  }

  row(values: readonly Value[]): string {
    return this.#line(values, null);
  }

  /** With a button at each column to choose by its values, where they can be many. */
  close(filter = false): string {
    const last = this.#columns.at(-1);
    const button = filter && last ? `<autoFilter ref="A1:${last.letters}${this.#row}"/>` : '';
    return `</sheetData>${button}</worksheet>`;
  }

  /** Programs other than Excel do not make room by themselves for texts of several lines. */
  #height(values: readonly Value[]): string {
    let lines = 1;
    for (let i = 0; i < values.length; i += 1) {
      const column = this.#columns[i];
      const value = values[i];
      if (column?.kind === 'text' && typeof value === 'string')
        lines = Math.max(lines, linesOf(value, column.width));
    }
    return lines === 1 ? '' : ` ht="${lines * POINTS_IN_LINE}" customHeight="1"`;
  }

  #line(values: readonly Value[], given: number | null): string {
    this.#row += 1;
    let cells = '';
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i] ?? null;
      const column = this.#columns[i];
      if (value === null || column === undefined) continue;
      const at = `<c r="${column.letters}${this.#row}"`;
      const style = given ?? (column.kind === 'text' ? STYLES.text : null);
      if (typeof value === 'string')
        cells += `${at}${style === null ? '' : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${text(value)}</t></is></c>`;
      else if (typeof value === 'boolean') cells += `${at} t="b"><v>${value ? 1 : 0}</v></c>`;
      else if (column.kind === 'date') cells += date(at, value + DAYS_BEFORE_1970);
      else cells += `${at}><v>${value}</v></c>`;
    }
    return `<row r="${this.#row}"${given === null ? this.#height(values) : ''}>${cells}</row>`;
  }
}

const POINTS_IN_LINE = 15;

/** Words are not broken, so that a line holds less than its width. */
const linesOf = (value: string, width: number): number =>
  value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * 0.9))), 0);

function date(at: string, serial: number): string {
  if (serial >= FIRST_SURE_DAY) return `${at} s="${STYLES.date}"><v>${serial}</v></c>`;
  const day = new Date((serial - DAYS_BEFORE_1970) * 86_400_000).toISOString().slice(0, 10);
  return `${at} t="inlineStr"><is><t>${day}</t></is></c>`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML has no form for
const UNUSUAL = /[&<>\u0000-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** What XML cannot hold, or would change, is written as Excel writes it: `_x000D_`. */
function text(value: string): string {
  if (value.length > MOST_CHARACTERS) throw new RangeError('a cell of Excel holds 32,767 characters');
  return value.replace(UNUSUAL, (c) => {
    if (c === '&') return '&amp;';
    if (c === '<') return '&lt;';
    if (c === '>') return '&gt;';
    if (c === '\n' || c === '\t') return c;
    return `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}

function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last;
}
