import type { waiting as en } from '../en/waiting.ts';

export const waiting: typeof en = {
  answered_median: 'Nusu ya ripoti zote hupata jibu la kwanza ndani ya {time}.',
  answered_median_beyond: 'Baada ya {time}, zaidi ya nusu ya ripoti zote hazijapata jibu.',
  answered_p90: 'Tisa kati ya kumi hulipata ndani ya {time}.',
  answered_p90_beyond: 'Baada ya {time}, zaidi ya moja kati ya kumi bado inasubiri jibu.',
  resolved_median: 'Nusu hutatuliwa ndani ya {time}.',
  resolved_median_beyond: 'Baada ya {time}, zaidi ya nusu hazijatatuliwa.',
  resolved_p90: 'Tisa kati ya kumi hutatuliwa ndani ya {time}.',
  resolved_p90_beyond: 'Baada ya {time}, zaidi ya moja kati ya kumi bado haijatatuliwa.',
  few: (n) =>
    n === 0
      ? 'Hakuna ripoti iliyofuatiliwa kwa muda wa kutosha kusema inachukua muda gani.'
      : 'Kwa ripoti {n} tu, ni mapema kusema inachukua muda gani.',
  curve_title_answered: (share, days) => `${share} ya ripoti hujibiwa ndani ya ${days}`,
  curve_title_resolved: (share, days) => `${share} ya ripoti hutatuliwa ndani ya ${days}`,
  curve_title_none: 'Majibu kadiri muda unavyopita',
  curve_measure:
    'Sehemu ya ripoti zilizojibiwa na zilizotatuliwa kwa siku tangu zipokelewe, zinazosubiri zikihesabiwa pia',
  curve_measure_resolved:
    'Sehemu ya ripoti zilizotatuliwa kwa siku tangu zipokelewe, zinazosubiri zikihesabiwa pia',
  compare: (label, place) => `${label}, ${place}`,
  received_title: (count, month) => `Ripoti ${count} zilipokelewa ${month}`,
  received_measure: 'Ripoti zilizopokelewa kila mwezi',
  trend_answered: (share, period) => `${share} ya ripoti za ${period} zilijibiwa kwa wakati`,
  trend_resolved: (share, period) => `${share} ya ripoti za ${period} zilitatuliwa kwa wakati`,
  trend_answered_within: (share, period, days) =>
    `${share} ya ripoti za ${period} zilijibiwa ndani ya ${days}`,
  trend_resolved_within: (share, period, days) =>
    `${share} ya ripoti za ${period} zilitatuliwa ndani ya ${days}`,
  answered_within: (days) => `Zilizojibiwa ndani ya ${days}`,
  resolved_within: (days) => `Zilizotatuliwa ndani ya ${days}`,
  trend_measure_fixed: {
    month:
      'Sehemu ya ripoti zilizojibiwa na zilizotatuliwa kwa mwezi zilipopokelewa, zinazosubiri zikihesabiwa pia; nukta tupu: bado haijakamilika',
    quarter:
      'Sehemu ya ripoti zilizojibiwa na zilizotatuliwa kwa robo mwaka zilipopokelewa, zinazosubiri zikihesabiwa pia; nukta tupu: bado haijakamilika',
  },
  trend_none: 'Zilizojibiwa na kutatuliwa kwa wakati',
  trend_measure: {
    month:
      'Sehemu ya ripoti zilizoshughulikiwa ndani ya muda ulioahidiwa, kwa mwezi zilipopokelewa; nukta tupu: bado haijakamilika',
    quarter:
      'Sehemu ya ripoti zilizoshughulikiwa ndani ya muda ulioahidiwa, kwa robo mwaka zilipopokelewa; nukta tupu: bado haijakamilika',
  },
};
