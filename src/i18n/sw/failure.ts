import type { failure as en } from '../en/failure.ts';

export const failure: typeof en = {
  title: 'Kuna hitilafu upande wetu',
  text: 'Hatuwezi kuonyesha ukurasa huu kwa sasa. Si kosa lako. Ulichoripoti hakijapotea.',
  what: 'Tafadhali jaribu tena baada ya dakika moja.',
  again: 'Jaribu tena',
  home: 'Nenda ukurasa wa kwanza',
};
