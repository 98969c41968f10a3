/** What the site gets from the API: an in-process caller and the handlers of machine addresses. */
import type { Names } from '../db/schema/names.ts';
import type { CitedDataset } from './descriptions/describe-page.ts';
import type { Caller } from './router.ts';

/** The parts of the jurisdiction pack that pages show. */
export interface PublicJurisdiction {
  readonly id: string;
  readonly names: Names;
  readonly languages: readonly string[];
  /** ISO 3166-1, two letters */
  readonly country: string;
  readonly time_zone: string;
  readonly contact: { readonly name: Names; readonly email: string; readonly url: string | null };
  readonly whatsapp: string | null;
  readonly colours: { readonly accent: string; readonly signal: string };
  readonly licence: { readonly id: string; readonly name: string; readonly url: string };
  readonly release_cadence: 'day' | 'week' | 'month';
  readonly ranked: number;
  readonly area_levels: readonly { readonly level: string; readonly names: Names; readonly plural: Names }[];
  readonly groups: readonly { readonly service_group: string; readonly names: Names }[];
}

/** One per HTTP request: its `release` is settled once, so that a page never mixes two. */
export interface PortalRequest {
  /** Typed caller of every procedure, without HTTP. `release: 'latest'` means the release of this request. Throws `Refusal`. */
  readonly api: Caller;
  /** Newest release when the request came in; null: nothing is published yet. */
  readonly release: number | null;
  /** Grows when rows are withdrawn from releases: nothing kept of a release outlives it. */
  readonly revision: number;
  /** False: the database cannot be reached and no release is known from before: a page that needs data answers 503. */
  readonly available: boolean;
  /** Invented data: every page says so. */
  readonly demonstration: boolean;
  readonly jurisdiction: PublicJurisdiction;
  /** The address that people see, without a slash at the end. */
  readonly public_url: string;
  readonly now: Date;
  /** Asked after an answer was made: whether what it tells of live requests holds for as long as the live version does. */
  readonly changesWithVersion: () => boolean;
  /** Machine addresses, each a Request in and a Response out. */
  readonly trpc: (request: Request) => Promise<Response>;
  readonly rest: (request: Request) => Promise<Response>;
  readonly open311: (request: Request) => Promise<Response>;
  readonly download: (request: Request) => Promise<Response>;
  /** JSON-LD for the page of a dataset, or of all (null); null while nothing is published */
  readonly structuredData: (dataset: string | null, language: string) => Promise<object | null>;
  /** Citations of a dataset at the newest release; null while nothing is published */
  readonly citeDataset: (dataset: string, language: string) => Promise<CitedDataset | null>;
  /** `/data.json`, `/catalog.jsonld`, `/catalog.ttl` */
  readonly catalogue: (request: Request) => Promise<Response>;
}
