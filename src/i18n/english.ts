/** Every text of the site by the name of its dictionary, in English: what a further language can say. */
import { about, method, privacy } from './en/about.ts';
import { compare } from './en/compare.ts';
import { data } from './en/data.ts';
import { developers } from './en/developers.ts';
import { failure } from './en/failure.ts';
import { feeds } from './en/feeds.ts';
import { figurePage } from './en/figure-page.ts';
import { sentences } from './en/figure-sentences.ts';
import { figures } from './en/figures.ts';
import { find } from './en/find.ts';
import { followed } from './en/followed.ts';
import { home } from './en/home.ts';
import { languagesPage } from './en/languages-page.ts';
import { map } from './en/map.ts';
import { notFound } from './en/not-found.ts';
import { page } from './en/page.ts';
import { performance } from './en/performance.ts';
import { privacyStatement } from './en/privacy-statement.ts';
import { privateView } from './en/private-view.ts';
import { refusals } from './en/refusals.ts';
import { releases } from './en/releases.ts';
import { requests } from './en/requests.ts';
import { share } from './en/share.ts';
import { status } from './en/status.ts';
import { statusPage } from './en/status-page.ts';
import { usual } from './en/usual.ts';
import { waiting } from './en/waiting.ts';

export const ENGLISH = {
  about,
  compare,
  data,
  developers,
  failure,
  feeds,
  figurePage,
  figures,
  find,
  followed,
  home,
  languagesPage,
  map,
  method,
  notFound,
  page,
  performance,
  privacy,
  privacyStatement,
  privateView,
  refusals,
  releases,
  requests,
  sentences,
  share,
  status,
  statusPage,
  usual,
  waiting,
};

export type English = typeof ENGLISH;
