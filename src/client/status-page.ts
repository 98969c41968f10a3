/** What a status page does with script beyond what it does without. */
import { offerShare } from './share.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-share]')) offerShare(button);
