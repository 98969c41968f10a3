/** The reports kept on this phone, on /find: what each last said, and a button that takes it off. */
import { followed, forgetOffline, keepOffline, unfollow } from './followed.ts';
import { pageLocale } from './page-locale.ts';

const place = document.querySelector<HTMLElement>('[data-followed]');
const list = place?.querySelector('ul');

function show(): void {
  if (!place || !list) return;
  const { drop = '', seen: on = '' } = place.dataset;
  const day = new Intl.DateTimeFormat(pageLocale(), { dateStyle: 'long' });
  const kept = followed();
  place.hidden = kept.length === 0;
  list.replaceChildren(
    ...kept.map(({ code, address, title, seen }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = address;
      link.textContent = code;
      link.className = 'code';
      const said = document.createElement('p');
      said.textContent = `${title} (${on.replace('{day}', day.format(new Date(seen)))})`;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'quiet';
      button.textContent = drop;
      button.setAttribute('aria-label', `${drop}: ${code}`);
      button.addEventListener('click', () => {
        if (unfollow(code)) void forgetOffline(address);
        show();
      });
      item.append(link, said, button);
      return item;
    }),
  );
}

show();
if (place && followed().length > 0) void keepOffline([location.pathname]);
