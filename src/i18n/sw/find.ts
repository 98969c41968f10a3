import type { find as en } from '../en/find.ts';

export const find: typeof en = {
  title: 'Tafuta ripoti',
  description: 'Andika namba ya ripoti, au bandika kiungo chake, uone imefikia wapi.',
  lead: 'Andika namba uliyopewa uliporipoti, au bandika kiungo au ujumbe wote.',
  label: 'Namba au kiungo',
  hint: 'Kwa mfano K7Q-M2F-9XH4. Herufi kubwa au ndogo, vistari na nafasi havina shida.',
  search: 'Itafute',
  no_key: 'Ondoa “#k=” na yote yanayofuata: sehemu hiyo ni siri.',
  nothing_found: 'Hakuna namba ya ripoti katika ulichoandika.',
  nothing_found_help:
    'Namba ya ripoti ina herufi na tarakimu kumi, kwa mfano K7Q-M2F-9XH4. Imo katika ujumbe uliotumiwa uliporipoti, na mwishoni mwa kiungo.',
  no_code: 'Huna namba?',
  no_code_text:
    'Unaweza kupitia ripoti za eneo lako: zinaonyesha aina ya tatizo na siku, kamwe si aliyeripoti.',
  browse: 'Pitia ripoti zote',
  ask: 'Omba namba yako kwa WhatsApp',
  ask_text: 'Niliripoti tatizo na ninahitaji namba yake.',
};
