/** The page to type or paste a code, and the box for it on other pages. Reading age 12. */
export const find = {
  title: 'Find a report',
  description: 'Type the code of a report, or paste its link, to see what became of it.',
  lead: 'Type the code that you got when you reported. Or paste the link, or the whole message.',
  label: 'Code or link',
  hint: 'Such as K7Q-M2F-9XH4. Small letters are fine too, with or without hyphens.',
  search: 'Find it',
  nothing_found: 'There is no code in what you typed',
  nothing_found_help:
    'A code has ten letters and digits, such as K7Q-M2F-9XH4. Look in the message that you got when you reported. It is also at the end of the link.',
  /** shown by the browser where a private link is pasted and no script opens it */
  no_key: 'This is your private link. Do not send it: tap it in your message. Or type only the code here.',
  private_title: 'Keep your private link to yourself',
  private_text:
    'You pasted your private link into the box. Its secret part was thrown away here, and nothing was kept. To see your private page, tap the link in your message.',
  private_public: 'See the page that everyone can see',
  no_code: 'No code at hand?',
  no_code_text:
    'You can look through the reports of your area. They show the kind of problem and when it came in. They never show who reported it.',
  browse: 'Look through all reports',
  ask: 'Ask for your code on WhatsApp',
  ask_text: 'I reported a problem and need its code.',
  ask_help_text: (code: string) => `I have a question about report ${code}.`,
};
