import type { refusals as en } from '../en/refusals.ts';

export const refusals: typeof en = {
  said: {
    400: 'Anwani hii si sahihi. Hakikisha umenakili kiungo chote.',
    404: 'Hakuna chochote kwenye anwani hii. Hakikisha umenakili kiungo chote.',
    405: 'Anwani hii haitumiki hivi. Ifungue kama kiungo.',
    413: 'Kilichotumwa ni kikubwa mno. Tafadhali tuma kidogo kwa wakati mmoja.',
    414: 'Anwani hii ni ndefu mno. Hakikisha umenakili kiungo pekee.',
    429: 'Maombi mengi mno kwa muda mfupi. Tafadhali subiri kidogo, kisha ujaribu tena.',
    500: 'Kuna hitilafu upande wetu. Si kosa lako. Tafadhali jaribu tena.',
    501: 'Hii bado haijawekwa. Tafadhali angalia tena baadaye.',
    503: 'Kwa sasa hatuwezi kuzifikia ripoti. Si kosa lako, na hakuna ripoti iliyopotea. Tafadhali jaribu tena baada ya dakika moja.',
  },
  again: 'Jaribu tena',
  home: 'Nenda ukurasa wa kwanza',
};
