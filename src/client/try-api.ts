/**
 * Shows an answer of the API in the page, where its link or form would have led.
 *
 * In:     `[data-try]`: a form and links, and the place for the answer
 * Out:    status, time and bytes, and what is wrong, said aloud too; the address that was asked and the beginning of
 *         the answer, indented; fields that are wrong are marked
 */
const MOST_CHARACTERS = 20_000;

for (const part of document.querySelectorAll<HTMLElement>('[data-try]')) {
  const form = part.querySelector('form');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value !== '') query.set(name, String(value));
    const action = form.getAttribute('action') ?? '';
    ask(part, query.size > 0 ? `${action}?${query}` : action);
  });
  for (const link of part.querySelectorAll<HTMLAnchorElement>('.try-answers a'))
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      ask(part, link.getAttribute('href') ?? '');
    });
}

async function ask(part: HTMLElement, address: string): Promise<void> {
  const place = part.querySelector<HTMLElement>('.try-answer');
  const said = part.querySelector<HTMLElement>('[data-said]');
  if (place === null || said === null) return;
  const show = (name: string, text: string) => {
    const element = place.querySelector(`[data-${name}]`);
    if (element) element.textContent = text;
  };
  show('asked', (part.dataset['base'] ?? '') + address);
  const began = performance.now();
  try {
    const response = await fetch(address);
    const text = await response.text();
    const ms = Math.round(performance.now() - began);
    const kB = Math.max(0.1, text.length / 1000).toFixed(1);
    const wrong = response.ok ? null : problemOf(text);
    said.textContent = [`${response.status} · ${ms} ms · ${kB} kB`, ...(wrong?.words ?? [])].join('. ');
    mark(part, wrong?.parameters ?? []);
    const shown = indented(text);
    show('answer', shown.slice(0, MOST_CHARACTERS));
    show('more', shown.length > MOST_CHARACTERS ? (place.dataset['cut'] ?? '') : '');
    place.hidden = false;
  } catch {
    said.textContent = said.dataset['lost'] ?? '';
    mark(part, []);
    place.hidden = true;
  }
  said.scrollIntoView({ block: 'nearest' });
}

interface Problem {
  readonly detail?: string;
  readonly errors?: readonly { readonly parameter: string | null; readonly detail: string }[];
}

/** What a refusal says, and of which parameters; null: it is no problem of RFC 9457. */
function problemOf(text: string): { readonly words: string[]; readonly parameters: string[] } | null {
  try {
    const { detail = '', errors = [] }: Problem = JSON.parse(text);
    return {
      words:
        errors.length === 0 ? [detail] : errors.map((one) => `${one.parameter ?? ''} ${one.detail}`.trim()),
      parameters: errors.map((one) => String(one.parameter)),
    };
  } catch {
    return null;
  }
}

/** Fields that the API found wrong are told as such to whoever cannot see the answer. */
function mark(part: HTMLElement, wrong: readonly string[]): void {
  for (const field of part.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select'))
    if (wrong.includes(field.name)) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
