/** `/releases.atom`: releases, the newest first. */
import type { APIRoute } from 'astro';
import { answerFeed } from '../feeds/answer-feed.ts';
import { readReleasesQuery } from '../feeds/feed-query.ts';
import { releasesFeed } from '../feeds/releases-feed.ts';

export const GET: APIRoute = (context) =>
  answerFeed(context, (page) => {
    const parameters = context.url.searchParams;
    const { lang: _, ...query } = readReleasesQuery(parameters);
    return releasesFeed(query, page, { path: '/releases.atom', parameters, page: '/releases' });
  });
