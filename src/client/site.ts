/**
 * The one script of every page: what a reader can do with script beyond what works without. Each part looks for its
 * place in the page and does nothing where there is none; what is large is loaded by them when it is asked for. In
 * one file, since on a slow link a second one costs more than the few lines that a page has no use for.
 */
import './private-link.ts';
import './status-page.ts';
import './followed-list.ts';
import './map-on-demand.ts';
import './chart-on-demand.ts';
