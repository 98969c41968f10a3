/**
 * Open311 data in its two forms.
 *
 * In:     fields by name, in order; lists of them
 * Out:    a Response: XML, or JSON as the Spark convention makes it of that XML, a list being a bare array
 * Law:    a field without a value is an empty element, and null
 * Source: Open311 GeoReport v2, "Format Support", "Errors"
 */
import { element, writeXml, type XmlElement } from '../mappings/xml.ts';

export type Open311Format = 'xml' | 'json';
export const OPEN311_FORMATS: Readonly<Record<Open311Format, string>> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

type Value = string | number | boolean | null | Fields | readonly string[] | readonly Fields[];
export interface Fields {
  readonly [name: string]: Value;
}

export interface Open311List {
  /** of the XML alone: `service_requests`, `request` */
  readonly root: string;
  readonly item: string;
  readonly items: readonly Fields[];
}
export interface Open311Object {
  readonly root: string;
  readonly fields: Fields;
}

export function writeOpen311(
  format: Open311Format,
  data: Open311List | Open311Object,
  {
    status = 200,
    headers = {},
  }: { readonly status?: number; readonly headers?: Record<string, string> } = {},
): Response {
  return new Response(textOf(format, data), {
    status,
    headers: { 'content-type': OPEN311_FORMATS[format], ...headers },
  });
}

/** `code` is that of HTTP; the words repeat nothing of what was asked. */
export function open311Error(
  format: Open311Format,
  status: number,
  descriptions: readonly string[],
): Response {
  return writeOpen311(format, errors(status, descriptions), {
    status,
    headers: { 'cache-control': 'no-store', ...(status === 503 && { 'retry-after': '10' }) },
  });
}

/** The same as text, for whoever refuses a request before it comes here. */
export function open311ErrorText(format: Open311Format, status: number, description: string): string {
  return textOf(format, errors(status, [description]));
}

function errors(status: number, descriptions: readonly string[]): Open311List {
  const items = descriptions.map((description) => ({ code: status, description }));
  return { root: 'errors', item: 'error', items };
}

function textOf(format: Open311Format, data: Open311List | Open311Object): string {
  return format === 'xml'
    ? writeXml(asXml(data))
    : JSON.stringify('items' in data ? data.items : data.fields);
}

/** By the ending of the address; what has none gets XML, which every client reads. */
export const formatOf = (path: string): Open311Format => (path.endsWith('.json') ? 'json' : 'xml');

function asXml(data: Open311List | Open311Object): XmlElement {
  return 'items' in data
    ? element(
        data.root,
        {},
        data.items.map((fields) => element(data.item, {}, fieldElements(fields))),
      )
    : element(data.root, {}, fieldElements(data.fields));
}

function fieldElements(fields: Fields): XmlElement[] {
  return Object.entries(fields).map(([name, value]) => {
    if (value === null || typeof value !== 'object') return element(name, {}, value === '' ? null : value);
    if (!isList(value)) return element(name, {}, fieldElements(value));
    // `formats` holds `format`s.
    const item = name.replace(/s$/, '');
    return element(
      name,
      {},
      value.map((one) => element(item, {}, typeof one === 'string' ? one : fieldElements(one))),
    );
  });
}

function isList(
  value: Fields | readonly string[] | readonly Fields[],
): value is readonly string[] | readonly Fields[] {
  return Array.isArray(value);
}
