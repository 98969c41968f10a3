/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What a page may use: set for every request by the HTTP front (in development, by the middleware). */
    portal: import('../api/portal.ts').PortalRequest;
    /** Language of the page, set by the middleware from the first segment of the address. */
    lang: string;
    /** Language that the reader's browser prefers, where it is another; set by the HTTP front. */
    suggested?: string | null;
  }
}

/** A script of its own as text, its types left out (astro.config.mjs). */
declare module '*?stripped' {
  const script: string;
  export default script;
}
