import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

// Every page is rendered on request, from a release; nothing is prerendered. `middleware` mode because the
// HTTP front (src/server) hands the portal's services to the pages as locals, which standalone mode drops.
export default defineConfig({
  output: 'server',
  // The front takes a page whole before it sends it, so a page in pieces only costs more.
  adapter: node({ mode: 'middleware', experimentalDisableStreaming: true }),
  session: false,
  trailingSlash: 'ignore',
  build: { inlineStylesheets: 'never', assets: 'assets' },
  markdown: { syntaxHighlight: false },
  security: {
    checkOrigin: true,
    // A header on every rendered page; scripts and styles only from here, hashed, and no other server at all.
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ],
    },
  },
  vite: {
    plugins: [stripped(), written()],
    build: { assetsInlineLimit: 0 },
    // Painting is machine code, and brings its own memory: both stay where npm put them, and are opened when needed.
    ssr: { external: ['satori', '@resvg/resvg-js'] },
  },
  devToolbar: { enabled: false },
});

/**
 * Phones stay in use for longer than their browsers are kept up to date: Android 4.4 stays at Chrome 81. Without a
 * target, media queries are written in a way that only browsers since 2022 read. The server is Node.js itself: written
 * for those browsers too, every class and private field of Astro went through a helper, 4 % of the work of a page.
 */
function written() {
  const browsers = ['chrome80', 'edge80', 'firefox78', 'safari14'];
  return {
    name: 'written',
    configEnvironment: (name) => ({
      build: { cssTarget: browsers, target: name === 'client' ? browsers : 'node24' },
    }),
  };
}

/** `x.ts?stripped`: a script of its own as text, its types left out. A worker cannot be part of a page's bundle. */
function stripped() {
  return {
    name: 'stripped',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('.ts?stripped')) return null;
      const text = stripTypeScriptTypes(await readFile(id.replace('?stripped', ''), 'utf8'));
      const script = text
        .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|^export \{\};$/gm, '')
        .replace(/\n\s*/g, '\n')
        .trim();
      return `export default ${JSON.stringify(script)};`;
    },
  };
}
