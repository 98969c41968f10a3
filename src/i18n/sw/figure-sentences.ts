import type { sentences as en } from '../en/figure-sentences.ts';

export const sentences: typeof en = {
  said: {
    requests_received: (count) =>
      count === 1
        ? 'Ripoti {value} iliyochapishwa ilipokelewa, bila kujali iliishia wapi.'
        : 'Ripoti {value} zilizochapishwa zilipokelewa, bila kujali ziliishia wapi.',
    requests_open: (count) =>
      count === 1
        ? 'Ripoti {value} ilikuwa bado wazi toleo lilipotengenezwa: haijatatuliwa, haijakataliwa wala kuunganishwa.'
        : 'Ripoti {value} zilikuwa bado wazi toleo lilipotengenezwa: hazijatatuliwa, hazijakataliwa wala kuunganishwa.',
    first_response_hours_median:
      'Nusu ya ripoti hupata jibu la kwanza la hadharani ndani ya {value}, zinazosubiri zikihesabiwa pia.',
    first_response_hours_p90:
      'Ripoti tisa kati ya kumi hupata jibu la kwanza la hadharani ndani ya {value}, zinazosubiri zikihesabiwa pia.',
    resolution_hours_median: 'Nusu ya ripoti hutatuliwa ndani ya {value}, zinazosubiri zikihesabiwa pia.',
    resolution_hours_p90:
      'Ripoti tisa kati ya kumi hutatuliwa ndani ya {value}, zinazosubiri zikihesabiwa pia.',
    answered_by_day:
      '{value} ya ripoti hupata jibu la kwanza la hadharani ndani ya {member}, zinazosubiri zikihesabiwa pia.',
    resolved_by_day: '{value} ya ripoti hutatuliwa ndani ya {member}, zinazosubiri zikihesabiwa pia.',
    outcomes_by_day: '{member} tangu kupokelewa: {value} ya ripoti.',
    first_response_within_standard:
      '{value} ya ripoti zilipata jibu la kwanza la hadharani ndani ya muda ambao huduma imejiwekea.',
    resolution_within_standard: '{value} ya ripoti zilitatuliwa ndani ya muda ambao huduma imejiwekea.',
    unanswered_over_standard: (count) =>
      count === 1
        ? 'Ripoti {value} iliyo wazi haijapata jibu la hadharani, ingawa muda ambao huduma imejiwekea umepita.'
        : 'Ripoti {value} zilizo wazi hazijapata jibu la hadharani, ingawa muda ambao huduma imejiwekea umepita.',
    backlog_age: (count) =>
      count === 1
        ? 'Ripoti {value} kati ya zilizo wazi ina umri huu: {member}.'
        : 'Ripoti {value} kati ya zilizo wazi zina umri huu: {member}.',
    reopened: '{value} ya ripoti zilizotatuliwa zilifunguliwa tena ndani ya siku 30.',
    confirmed: 'Kati ya ripoti ambazo ofisi inasema imezitatua, {value} zilithibitishwa na walioripoti.',
    disputed: 'Kati ya ripoti ambazo ofisi inasema imezitatua, {value} zilipingwa na walioripoti.',
    accounted_for: '{member}: {value}. Mistari yote kwa pamoja ndiyo jumla ya zilizopokelewa.',
  },
  beyond: {
    first_response_hours_median:
      'Baada ya {value}, kadiri ripoti zilivyofuatiliwa, zaidi ya nusu zilikuwa bado hazijapata jibu la hadharani.',
    first_response_hours_p90:
      'Baada ya {value}, kadiri ripoti zilivyofuatiliwa, zaidi ya moja kati ya kumi ilikuwa bado haijapata jibu la hadharani.',
    resolution_hours_median:
      'Baada ya {value}, kadiri ripoti zilivyofuatiliwa, zaidi ya nusu zilikuwa bado hazijatatuliwa.',
    resolution_hours_p90:
      'Baada ya {value}, kadiri ripoti zilivyofuatiliwa, zaidi ya moja kati ya kumi ilikuwa bado haijatatuliwa.',
  },
  without: {
    not_recorded: 'Chanzo hiki hakirekodi kinachohitajika kwa takwimu hii. Haipo; siyo sifuri.',
    too_few: 'Ripoti ni chache mno kutaja namba hapa: ingeweza kufichua jambo la mtu mmoja.',
    too_early: 'Bado hakuna ripoti iliyofuatiliwa kwa muda wa kutosha kutaja namba hapa.',
    no_requests: 'Hakuna ripoti iliyochapishwa inayohusika hapa, kwa hivyo hakuna la kusema.',
    no_standard: 'Huduma haijajiwekea muda wowote, kwa hivyo hakuna cha kupimia.',
  },
  outcomes: {
    resolved: 'zimetatuliwa',
    declined: 'zimekataliwa',
    merged: 'zimeunganishwa na ripoti nyingine',
    waiting: 'bado zinasubiri',
  },
  outcome_by: (outcome, days) => `${outcome}, ${days}`,
  ages: (from, to) => `siku ${from} hadi ${to}`,
  age_beyond: (from) => `siku ${from} au zaidi`,
};
