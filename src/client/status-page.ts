/** What a status page does with script beyond what it does without. */
import { offerToFollow } from './follow-button.ts';
import { offerShare } from './share.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-share]')) offerShare(button);
for (const place of document.querySelectorAll<HTMLElement>('[data-follow]')) offerToFollow(place);
