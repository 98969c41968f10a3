/**
 * What an Open311 server says of itself: where it is, which services there are, what may be asked about one.
 *
 * In:     the portal's public face; services and offices of a release
 * Out:    discovery, list of services, definition of a service
 * Source: Open311 Service Discovery; GeoReport v2, "GET Service List", "GET Service Definition"
 */
import type { ServiceRow } from '../../db/queries/dimensions.ts';
import type { PublicJurisdiction } from '../portal.ts';
import { nameIn } from './service-request.ts';
import { OPEN311_FORMATS, type Open311List, type Open311Object } from './write.ts';

/** When what is offered here last changed, but for the services, which change with a release. */
const CHANGESET = '2026-11-22T00:00:00Z';

/** `changed`: since when the services are as they are; `changeset` tells clients to fetch them anew. */
export function discovery(
  { contact, languages }: PublicJurisdiction,
  public_url: string,
  changed: Date | null,
): Open311Object {
  const published = changed === null ? '' : `${changed.toISOString().slice(0, 19)}Z`;
  const changeset = published > CHANGESET ? published : CHANGESET;
  const name = nameIn(contact.name, languages[0] ?? 'en');
  return {
    root: 'discovery',
    fields: {
      changeset,
      contact: [name, contact.email, contact.url].filter((part) => part !== null).join(', '),
      key_service: `${public_url}/data`,
      endpoints: [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: `${public_url}/open311/v2`,
          changeset,
          type: 'production',
          formats: Object.values(OPEN311_FORMATS).map((type) => type.split(';', 1)[0] ?? type),
        },
      ],
    },
  };
}

const PUBLISHED: Readonly<Record<string, Readonly<Record<ServiceRow['tier'], string>>>> = {
  en: {
    open: 'Each report is published.',
    guarded: 'Each report is published by month, and more coarsely where few are alike.',
    sensitive: 'Reports are counted and never published one by one.',
  },
  sw: {
    open: 'Kila ripoti huchapishwa.',
    guarded: 'Kila ripoti huchapishwa kwa mwezi, na kwa ujumla zaidi zinazofanana zikiwa chache.',
    sensitive: 'Ripoti huhesabiwa, hazichapishwi moja moja.',
  },
};

export function serviceList(services: readonly ServiceRow[], language: string): Open311List {
  return {
    root: 'services',
    item: 'service',
    items: services.map((service) => {
      const service_name = nameIn(service.names, language);
      const group = nameIn(service.group_names, language);
      return {
        service_code: service.service_code,
        service_name,
        description: `${service_name}. ${(PUBLISHED[language] ?? PUBLISHED['en'])?.[service.tier] ?? ''}`,
        metadata: false,
        type: 'realtime',
        keywords: [...new Set([...Object.values(service.names), ...Object.values(service.group_names)])]
          .filter((name) => name !== service_name && name !== group)
          .map((name) => name.replaceAll(',', ''))
          .join(', '),
        group,
      };
    }),
  };
}

/** Reports come over other ways than this one, so nothing is asked. */
export function serviceDefinition({ service_code }: ServiceRow): Open311Object {
  return { root: 'service_definition', fields: { service_code, attributes: [] } };
}
