/** Messages that a triager keeps from the public altogether, by the reason. */
import type { WithheldReason } from '../../schema/triage.ts';

export const WITHHELD_MESSAGES: Readonly<Record<WithheldReason, readonly string[]>> = {
  personal_data: [
    'My neighbour {name} of {phone} throws rubbish on my side every day, here is a picture of the house',
    'Mtoto wa {name} anakunywa pombe kila siku sokoni, nambari yake ni {phone}',
  ],
  abuse: ['You are all thieves, every one of you', 'Nyinyi ni wezi watupu, shindwe'],
  not_for_county: [
    'My ID card has not come since last year, where can I follow it up?',
    'Stima imepotea tangu jana, Kenya Power hawajibu simu',
  ],
  legal: ['My case about the {name} land is in court on Tuesday, tell the magistrate to be fair'],
  test: ['Test', 'Testing testing', 'Hii ni majaribio tu'],
};
