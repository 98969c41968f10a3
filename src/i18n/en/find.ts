export const find = {
  title: 'Find a report',
  description: 'Type the code of a report, or paste its link, to see what became of it.',
  lead: 'Type the code that you got when you reported, or paste the whole link or message.',
  label: 'Code or link',
  hint: 'Such as K7Q-M2F-9XH4. Capital letters, hyphens and spaces do not matter.',
  search: 'Find it',
  no_key: 'Leave out “#k=” and all that follows it: that part is secret.',
  nothing_found: 'There is no code in what you typed.',
  nothing_found_help:
    'A code has ten letters and digits, such as K7Q-M2F-9XH4. It stands in the message that you got when you reported, and at the end of the link.',
  no_code: 'No code at hand?',
  no_code_text:
    'You can look through the reports of your area: they show the kind of problem and the day, never who reported it.',
  browse: 'Look through all reports',
  ask: 'Ask for your code on WhatsApp',
  ask_text: 'I reported a problem and need its code.',
};
