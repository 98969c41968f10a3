/**
 * The private view of a report: asks for the sealed box, opens it, and shows what is in it, in the page's language.
 *
 * In:     where to show it, the code, the key of the private link, how to forget it
 * Out:    a section below the status; or why there is none, in plain words
 * Errors: none but those of loading this module
 */
import type { PrivateView } from '../../db/anonymise/private-view.ts';
// By its address: imported as a style it would be loaded with every status page.
import stylesheet from '../styles/private-view.css?url';
import { pageLocale } from './page-locale.ts';
import { askPrivately, isReason } from './private-ask.ts';
import { element } from './private-element.ts';
import { type KnownNames, type PrivateTexts, privateSection } from './private-section.ts';
import { privateTexts } from './private-texts.ts';
import { canOpen, type ReporterKey, reporterKey } from './reporter-key.ts';

export interface PrivateLink {
  readonly place: HTMLElement;
  readonly code: string;
  readonly key: string;
  readonly forget: () => void;
}

export async function openPrivateView({ place, code, key, forget }: PrivateLink): Promise<void> {
  const tags = (place.dataset['languages'] ?? 'en').split(' ');
  const t = await privateTexts(tags);
  const said = element('p', { class: 'private-said', role: 'status' });
  place.replaceChildren(said);
  if (!canOpen()) {
    said.textContent = t.old;
    return;
  }
  said.textContent = t.opening;
  document.head.append(element('link', { rel: 'stylesheet', href: stylesheet }));
  const opened = await unseal(code, key);
  if ('trouble' in opened) {
    // A key that opens nothing is not tried again with every page.
    if (opened.trouble === 'wrong_link') forget();
    said.textContent = t.trouble[opened.trouble];
    return;
  }
  const section = privateSection({
    t,
    tags,
    locale: pageLocale(),
    time_zone: place.dataset['zone'] ?? 'UTC',
    names: await knownNames(place.dataset['names']),
    view: opened.view,
    takes_words: opened.takes_words,
    say: (word) => askPrivately(code, 'word', { token: opened.reporter.token, word }),
    close() {
      forget();
      section.remove();
      said.textContent = t.closed;
    },
  });
  said.textContent = t.open;
  place.append(section);
}

type Trouble = keyof PrivateTexts['trouble'];
type Opened =
  | { readonly trouble: Trouble }
  | { readonly view: PrivateView; readonly takes_words: boolean; readonly reporter: ReporterKey };

async function unseal(code: string, key: string): Promise<Opened> {
  const reporter = await reporterKey(key, code);
  if (reporter === null) return { trouble: 'wrong_link' };
  const answer = await askPrivately(code, 'view', { token: reporter.token });
  if (isReason(answer))
    return {
      trouble:
        answer.reason === 'wrong_link' ? 'wrong_link' : answer.reason === 'too_many' ? 'too_many' : 'away',
    };
  try {
    const view: PrivateView = JSON.parse(await reporter.open(String(answer.sealed)));
    if (view.version !== 1) return { trouble: 'newer' };
    return { view, takes_words: answer.takes_words === true, reporter };
  } catch {
    return { trouble: 'changed' };
  }
}

/** Names of places, kinds and offices. They are the same for everybody, so asking for them tells nothing. */
async function knownNames(address: string | undefined): Promise<KnownNames> {
  try {
    const answer = await fetch(address ?? '', { credentials: 'omit' });
    return answer.ok ? await answer.json() : NO_NAMES;
  } catch {
    return NO_NAMES;
  }
}

const NO_NAMES: KnownNames = { areas: {}, services: {}, agencies: {} };
