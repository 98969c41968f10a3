/**
 * Where the reporter says whether the problem is solved: what they have said so far, and the buttons.
 *
 * In:     the opened view, texts, how to say it
 * Out:    the part of the private view; what became of a word is told there, and read out
 */
import { isReason } from './private-ask.ts';
import { element } from './private-element.ts';
import type { PrivateParts } from './private-section.ts';

type Word = 'confirmed' | 'disputed';

export function wordSection({ t, view, say }: PrivateParts): HTMLElement {
  const shown = shownOn(view);
  const before = lastWord(view.history);
  const stands = element('p', {}, before === null ? '' : t.word[`said_${before}`]);
  const said = element('p', { class: 'private-said', role: 'status' });
  const buttons: HTMLButtonElement[] = [];
  const button = (word: Word, text: string, kind: string) => {
    const made = element('button', { type: 'button', class: kind }, text);
    made.addEventListener('click', () => void tell(word));
    buttons.push(made);
    made.hidden = word === before;
    made.dataset['word'] = word;
    return made;
  };

  async function tell(word: Word): Promise<void> {
    for (const one of buttons) one.disabled = true;
    said.textContent = t.word.sending;
    const answer = await say(word);
    for (const one of buttons) one.disabled = false;
    if (isReason(answer)) {
      said.textContent = trouble(answer.reason);
      return;
    }
    said.textContent = answer.outcome === 'same' ? t.word.same : t.word[RECORDED[shown]];
    stands.textContent = t.word[`said_${word}`];
    for (const one of buttons) one.hidden = one.dataset['word'] === word;
    again.hidden = false;
  }

  function trouble(reason: string): string {
    if (reason === 'not_resolved' || reason === 'too_often') return t.word[reason];
    if (reason === 'too_many' || reason === 'wrong_link') return t.trouble[reason];
    return t.word.unavailable;
  }

  const again = element('button', { type: 'button', class: 'quiet', hidden: '' }, t.reload);
  again.addEventListener('click', () => location.reload());
  return element(
    'div',
    { class: 'private-word no-print' },
    element('h3', {}, t.word.ask),
    stands,
    element('p', {}, t.word[shown]),
    element(
      'p',
      { class: 'field-row' },
      button('confirmed', t.word.yes, 'primary'),
      button('disputed', t.word.no, ''),
    ),
    said,
    element('p', {}, again),
  );
}

/** Where the answer is shown: at once, when guarded pages turn, or nowhere. */
function shownOn({ tier, withheld }: PrivateParts['view']): 'public' | 'guarded' | 'private' {
  if (tier === 'sensitive' || withheld) return 'private';
  return tier === 'guarded' ? 'guarded' : 'public';
}

const RECORDED = { public: 'recorded_public', guarded: 'recorded_guarded', private: 'recorded' } as const;

/** After the last resolution; what was said of one before is of another time. */
function lastWord(history: PrivateParts['view']['history']): Word | null {
  const resolved = history.findLastIndex(({ kind }) => kind === 'resolved');
  const word = history
    .slice(resolved + 1)
    .findLast(({ kind }) => kind === 'confirmed' || kind === 'disputed')?.kind;
  return word === 'confirmed' || word === 'disputed' ? word : null;
}
