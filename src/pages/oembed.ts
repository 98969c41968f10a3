/**
 * `/oembed?url=…&format=json|xml&maxwidth=&maxheight=`; other parameters are passed over, since consumers send
 * their own (2.2)
 *
 * Errors: problem+json: 400 without an address, with a size that is none, or with one of these twice; 404 for an
 *         address that cannot be embedded; 501 for another format (2.3.3)
 * Source: oEmbed 1.0
 */
import type { APIRoute } from 'astro';
import { problem } from '../../api/problem.ts';
import { badParameters, type ParameterProblem, Refusal } from '../../api/refusal.ts';
import { oembed } from '../embeds/oembed.ts';
import { oembedXml } from '../embeds/oembed-xml.ts';

const PARAMETERS = {
  url: 'the address of a page of this portal',
  format: 'json or xml',
  maxwidth: 'a whole number of pixels',
  maxheight: 'a whole number of pixels',
} as const;
type Parameter = keyof typeof PARAMETERS;

export const GET: APIRoute = async ({ url: { searchParams }, locals }) => {
  const format = searchParams.get('format') || 'json';
  const wrong = problems(searchParams);
  if (wrong.length > 0) return problem(badParameters(wrong));
  if (format !== 'json' && format !== 'xml')
    return problem(new Refusal('NOT_IMPLEMENTED', 'bad_parameter', 'format is json or xml.'));
  const most = { width: pixels(searchParams.get('maxwidth')), height: pixels(searchParams.get('maxheight')) };
  const answer = await oembed(locals.portal, searchParams.get('url') ?? '', most);
  if (!answer)
    return problem(
      new Refusal(
        'NOT_FOUND',
        'unknown_address',
        'This address cannot be embedded; figures, areas and services can.',
      ),
    );
  return format === 'json'
    ? new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json; charset=utf-8' } })
    : new Response(oembedXml(answer), { headers: { 'Content-Type': 'text/xml; charset=utf-8' } });
};

function problems(query: URLSearchParams): ParameterProblem[] {
  const wrong = (parameter: Parameter, detail: string) => ({
    parameter,
    detail,
    allowed: PARAMETERS[parameter],
  });
  const names: readonly Parameter[] = ['url', 'format', 'maxwidth', 'maxheight'];
  return names.flatMap((name) => {
    const [value = '', ...more] = query.getAll(name);
    if (more.length > 0) return wrong(name, 'is given more than once');
    if (name === 'url') return value === '' ? wrong(name, 'is missing') : [];
    if (name === 'format' || value === '' || PIXELS.test(value)) return [];
    return wrong(name, 'must be a whole number of pixels');
  });
}

const PIXELS = /^[1-9]\d{0,4}$/;
const pixels = (text: string | null): number | null => (text ? Number(text) : null);
