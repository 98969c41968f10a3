/**
 * `/oembed?url=…&format=json|xml&maxwidth=&maxheight=`
 *
 * Errors: 400 without an address or with a size that is none, 404 for an address that cannot be embedded,
 *         501 for another format (oEmbed 1.0, 2.3.3)
 */
import type { APIRoute } from 'astro';
import { oembed } from '../embeds/oembed.ts';
import { oembedXml } from '../embeds/oembed-xml.ts';

export const GET: APIRoute = async ({ url, locals }) => {
  const asked = url.searchParams.get('url');
  const format = url.searchParams.get('format') ?? 'json';
  const width = pixels(url.searchParams.get('maxwidth'));
  const height = pixels(url.searchParams.get('maxheight'));
  if (format !== 'json' && format !== 'xml') return refused(501, 'format is json or xml');
  if (asked === null) return refused(400, 'url is missing: the address of a page of this portal');
  if (width === 'wrong' || height === 'wrong')
    return refused(400, 'maxwidth and maxheight are whole numbers of pixels');
  const answer = await oembed(locals.portal, asked, { width, height });
  if (!answer) return refused(404, 'this address cannot be embedded; figures, areas and services can');
  return format === 'json'
    ? new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json; charset=utf-8' } })
    : new Response(oembedXml(answer), { headers: { 'Content-Type': 'text/xml; charset=utf-8' } });
};

function pixels(text: string | null): number | null | 'wrong' {
  if (text === null || text === '') return null;
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 'wrong';
}

function refused(status: number, detail: string): Response {
  return new Response(`${detail}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
