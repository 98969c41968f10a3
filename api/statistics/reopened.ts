import { shareStatistic } from './share.ts';
import { records } from './statistic.ts';

export const reopened = shareStatistic({
  texts: {
    id: 'reopened',
    title: { en: 'Reopened within 30 days', sw: 'Zilizofunguliwa tena ndani ya siku 30' },
    description: {
      en: 'Share of the resolved reports that were reopened within 30 days of their first resolution.',
      sw: 'Sehemu ya ripoti zilizotatuliwa ambazo zilifunguliwa tena ndani ya siku 30 tangu zitatuliwe mara ya kwanza.',
    },
    method: {
      en: 'Of the reports whose first resolution was followed for 30 days before the cut-off, those reopened in these days. When no row of the release was ever reopened, the source is taken not to record it. Interval: Wilson, 95%.',
      sw: 'Kati ya ripoti ambazo utatuzi wake wa kwanza ulifuatiliwa kwa siku 30 kabla ya toleo kufungwa, zile zilizofunguliwa tena katika siku hizo. Ikiwa katika toleo hakuna ripoti iliyowahi kufunguliwa tena, chanzo huchukuliwa kuwa hakirekodi hilo. Kadirio: Wilson, 95%.',
    },
  },
  isRecorded: (by) => records('resolution')(by) && by.reopened,
  counted: 'reopened',
  covered: 'once_resolved_covered',
  concerned: 'once_resolved',
  unconcerned: 'too_early',
});
