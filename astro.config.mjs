import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

// Every page is rendered on request, from a release; nothing is prerendered. `middleware` mode because the
// HTTP front (src/server) hands the portal's services to the pages as locals, which standalone mode drops.
export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware' }),
  session: false,
  trailingSlash: 'ignore',
  build: { inlineStylesheets: 'never', assets: 'assets' },
  markdown: { syntaxHighlight: false },
  security: { csp: true, checkOrigin: true },
  devToolbar: { enabled: false },
});
