/** The ways to ask instead of downloading, as catalogues describe them: data services. */
import type { Texts } from '../datasets/dataset.ts';

export interface Interface {
  readonly id: string;
  readonly title: Texts;
  readonly description: Texts;
  /** below the portal's address */
  readonly endpoint: string;
  readonly endpoint_description: string;
  readonly standard: string;
  /** what it answers from */
  readonly datasets: readonly string[];
}

export const interfaces: readonly Interface[] = [
  {
    id: 'api',
    title: { en: 'API', sw: 'API' },
    description: {
      en: 'Lists, single requests and any figure by any filter, as JSON over plain GET, without a key.',
      sw: 'Orodha, ripoti moja moja na takwimu yoyote kwa kichujio chochote, kama JSON kwa GET, bila ufunguo.',
    },
    endpoint: '/api/v1',
    endpoint_description: '/api/v1/openapi.json',
    standard: 'https://spec.openapis.org/oas/v3.1.0',
    datasets: ['requests', 'statistics', 'areas', 'services', 'agencies'],
  },
  {
    id: 'open311',
    title: { en: 'Open311', sw: 'Open311' },
    description: {
      en: 'The read side of Open311 GeoReport v2, as XML and JSON, for programs that know many cities.',
      sw: 'Upande wa kusoma wa Open311 GeoReport v2, kwa XML na JSON, kwa programu zinazofahamu miji mingi.',
    },
    endpoint: '/open311/v2',
    endpoint_description: '/open311/v2/discovery.json',
    standard: 'http://wiki.open311.org/GeoReport_v2/',
    datasets: ['requests', 'services'],
  },
];
