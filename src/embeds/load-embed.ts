/**
 * The figure that an embed shows, or what it says instead.
 *
 * In:     kind of embed, the portal, release and statistic of the path, the parameters
 * Out:    the figure; the address that "latest" stands for; or why there is none, with the status of the answer
 */
import type { PortalRequest } from '../../api/portal.ts';
import { type FigureAnswer, type LoadedFigure, loadFigure } from '../figures/load-figure.ts';
import { type EmbedKind, has } from './embeds.ts';

export type EmbedAnswer =
  | { readonly kind: 'show'; readonly loaded: LoadedFigure }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'missing'; readonly answer: FigureAnswer['kind']; readonly status: 200 | 400 | 404 };

export async function loadEmbed(
  kind: EmbedKind,
  portal: PortalRequest,
  { release = '', statistic = '' }: Readonly<Record<string, string | undefined>>,
  query: URLSearchParams,
): Promise<EmbedAnswer> {
  const answer = await loadFigure(portal, { release, statistic }, query);
  if (answer.kind === 'moved') return { kind: 'moved', to: `/embed/${kind}/${answer.to}` };
  if (answer.kind === 'figure' && has(kind, answer)) return { kind: 'show', loaded: answer };
  const status = answer.kind === 'nothing' ? 200 : /^(wrong|figure)$/.test(answer.kind) ? 400 : 404;
  return { kind: 'missing', answer: answer.kind, status };
}
