/**
 * Keeps the key of a private link that is pasted into a box for codes out of the address that the box asks for: the
 * link is opened as it stands, and of anything else the key is taken out before it is sent. Without script the box
 * refuses such a text (its `pattern`).
 */
import { withoutKey } from './without-key.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-find]')) {
  form.noValidate = true;
  form.addEventListener('submit', (event) => {
    const box = form.querySelector('input');
    if (!box) return;
    const { text, link } = withoutKey(box.value);
    box.value = text;
    if (link === null) return;
    event.preventDefault();
    location.assign(`${form.dataset['find'] ?? ''}${link}`);
  });
}
