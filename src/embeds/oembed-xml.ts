/** An oEmbed answer as XML. Source: oEmbed 1.0, 2.3.4.2 */
import { element, writeXml } from '../../api/mappings/xml.ts';
import type { Oembed } from './oembed.ts';

export function oembedXml(answer: Oembed): string {
  const fields = Object.entries(answer).map(([name, value]) => element(name, {}, String(value)));
  return writeXml(element('oembed', {}, fields));
}
