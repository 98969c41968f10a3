/** Who publishes the data, whom to ask, under which licence, and of where they are: parts of the DCAT catalogue. */
import type { ReleaseRow } from '../../db/queries/releases.ts';
import { inEach, iri, type Resource, resource, text, typed, type Value, within } from './graph.ts';
import type { Subject } from './subject.ts';

export interface Catalogued extends Subject {
  /** the newest first; those that the catalogue tells of one by one */
  readonly releases: readonly ReleaseRow[];
}

export const thePublisher = ({ public_url, jurisdiction }: Subject): Resource =>
  resource('foaf:Agent', `${public_url}/about#publisher`, [
    ['foaf:name', inEach(Object.entries(jurisdiction.names))],
    ['foaf:homepage', iri(jurisdiction.contact.url ?? public_url)],
  ]);

export const theEditor = ({ public_url, jurisdiction }: Subject): Resource =>
  resource('vcard:Kind', `${public_url}/about#contact`, [
    ['vcard:fn', inEach(Object.entries(jurisdiction.contact.name))],
    ['vcard:hasEmail', iri(`mailto:${jurisdiction.contact.email}`)],
    ['vcard:hasURL', jurisdiction.contact.url === null ? [] : iri(jurisdiction.contact.url)],
  ]);

export const theLicence = ({ jurisdiction: { licence } }: Subject): Resource =>
  resource('dct:LicenseDocument', licence.url, [
    ['dct:title', text(licence.name)],
    ['dct:identifier', text(licence.id)],
  ]);

/** The jurisdiction as a place: longitude first, as WKT has it. */
export function location({ jurisdiction, coverage: { box, point } }: Subject): Value {
  const corners = box && [
    [box.west, box.south],
    [box.east, box.south],
    [box.east, box.north],
    [box.west, box.north],
    [box.west, box.south],
  ];
  return within(
    resource('dct:Location', null, [
      ['skos:prefLabel', inEach(Object.entries(jurisdiction.names))],
      [
        'dcat:bbox',
        corners
          ? typed(`POLYGON((${corners.map((corner) => corner.join(' ')).join(', ')}))`, 'geo:wktLiteral')
          : [],
      ],
      ['dcat:centroid', point ? typed(`POINT(${point.long} ${point.lat})`, 'geo:wktLiteral') : []],
    ]),
  );
}
