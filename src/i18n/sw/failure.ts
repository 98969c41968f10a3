import type { failure as en } from '../en/failure.ts';

export const failure: typeof en = {
  title: 'Kuna hitilafu upande wetu',
  text: 'Ukurasa huu hauwezi kuonyeshwa kwa sasa. Si kosa lako, na ulichoripoti hakijapotea.',
  what: 'Tafadhali jaribu tena baada ya dakika moja.',
  again: 'Jaribu tena',
  home: 'Nenda ukurasa wa kwanza',
};
