/** What a phone needs to put the portal beside its other programs: name, colours and mark of the jurisdiction. */
import type { APIRoute } from 'astro';
import { pageContext } from '../../page-context.ts';
import { PAPER, themeVersion } from '../../theme/theme.ts';

export const GET: APIRoute = (context) => {
  const { lang, portal, path, jurisdiction } = pageContext(context);
  const { colours } = portal.jurisdiction;
  const version = themeVersion(colours);
  const icon = (name: string, size: number, purpose: string) => ({
    src: `/${name}.png?v=${version}`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: '/',
    name: jurisdiction,
    short_name: jurisdiction,
    lang,
    start_url: path('/find'),
    scope: '/',
    display: 'minimal-ui',
    theme_color: colours.accent,
    background_color: PAPER.light,
    icons: [icon('icon-192', 192, 'any'), icon('icon-512', 512, 'any'), icon('icon-masked', 512, 'maskable')],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
};
