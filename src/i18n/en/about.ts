/** The pages about the portal itself. */
export const about = {
  title: 'About this site',
  description: (jurisdiction: string) =>
    `What this site is for, who runs it, and how anyone can check what it says about reports to ${jurisdiction}.`,
  lead: (jurisdiction: string) =>
    `People tell ${jurisdiction} what is broken and what goes wrong. This site shows what was reported, what was answered, how long it took, and what was never answered.`,
  sections: [
    {
      heading: 'Why it exists',
      paragraphs: [
        'Reports used to get lost. When nobody answers, people begin to think that they are being ignored on purpose. So every report gets a code, and its page shows what has become of it.',
        'The name is Swahili: majibu means answers.',
      ],
    },
    {
      heading: 'What you can do here',
      paragraphs: [
        'Follow one report with its code. See how your area or a kind of problem is doing. Download all of it and count for yourself.',
        'Good news and bad news are shown in the same size. A report that still waits counts in every waiting time, so no office looks faster by answering only the easy ones.',
      ],
    },
    {
      heading: 'Why you can check it',
      paragraphs: [
        'Figures come from numbered releases that never change. Each release says how it adds up, and its files carry checksums. If a figure here were changed later, anyone with an old copy could show it.',
      ],
    },
    {
      heading: 'What it does not show',
      paragraphs: [
        'Who reported. Phone numbers, names, messages and pictures never reach this site. Reports that could point to a person are shown with less detail, or only counted.',
      ],
    },
  ],
  links: {
    method: 'How figures are made',
    privacy: 'What is published and what is not',
    releases: 'All releases',
    data: 'Open data',
    languages: 'Languages of this site',
  },
  contact: 'Who runs it',
  contact_text: (name: string) =>
    `The reports and their answers come from ${name}. Write there if something on this site is wrong:`,
  software: 'The software is called Majibu. It is free, and other counties and cities can use it.',
};

export const method = {
  title: 'How figures are made',
  description:
    'How waiting times, shares and counts are computed, in plain words, so that anyone can recompute them.',
  lead: 'Every figure is computed from the rows of one release, which anyone can download. Nothing else goes into it.',
  sections: [
    {
      heading: 'Those still waiting count',
      paragraphs: [
        'The usual way is to take the reports that were solved and to average their days. Then a report that is never solved does not count at all: the slower the office, the better it looks.',
        'Here each report counts from the day it came in, for as long as it could be watched. If ten people wait and only two have an answer, the other eight are part of the figure. The method is called survival analysis; the curve is the Kaplan–Meier estimate.',
      ],
    },
    {
      heading: '“Half within 5 days” and “more than 60 days”',
      paragraphs: [
        'The middle waiting time is the time within which half of the reports were answered. Next to it stands the time within which nine of ten were.',
        'Sometimes half of them have not been answered in all the time they were watched. Then the figure says “more than 60 days”: longer than 60 days, nobody knows yet how much longer. It never says nothing.',
      ],
    },
    {
      heading: 'From when to when a report is watched',
      paragraphs: [
        'The day a report came in is published, not the hour. To be fair to all, watching starts at the end of that day (or month, where only the month is published) and ends when the release is cut off. An answer that came later than that is counted in the next release.',
        'So anyone can compute the same from the published rows, and a young report neither helps nor harms the figure.',
      ],
    },
    {
      heading: 'Hours and days',
      paragraphs: [
        'Times up to 48 hours are given in whole hours, longer ones in whole days. They are always rounded up: “within 24 hours” is never flattered. Clock times are not published, because they could show who reported.',
      ],
    },
    {
      heading: 'What counts as an answer, and as a solution',
      paragraphs: [
        'An answer is the first thing that the office did about a report in public, such as confirming it or starting work. A solution is when the office says that the problem is solved.',
        'A report that was turned down, or joined to another, has an end but was not solved: it stops being watched at that point and is never counted as solved. One that was opened again has not been solved.',
        'The office’s word and the reporter’s word stand side by side. They are never mixed into one figure.',
      ],
    },
    {
      heading: 'In time or late',
      paragraphs: [
        'Each kind of report has a time limit that the office set for itself. Where the limit is in working days, weekends and public holidays do not count. A report is late from the day after its last day. Only reports whose limit has run out are counted, kept or not.',
      ],
    },
    {
      heading: 'How sure a figure is',
      paragraphs: [
        'Where a figure could be chance, the range beside it says by how much: with 95% certainty the true value lies within. Two places whose ranges overlap should not be called better or worse.',
      ],
    },
  ],
  few: 'Few reports',
  few_text: (n: string) =>
    `With fewer than ${n} reports a share or a waiting time says little. It is then shown in words with its number, or not at all, and never coloured on a map or ranked.`,
  not_recorded: 'What this source does not record',
  not_recorded_text:
    'This source does not record when a report was first answered. Figures about first answers are therefore missing. They are not zero.',
  coarse: 'Reports known less precisely',
  coarse_text:
    'Some reports are published only for a larger area or a wider subject, to protect people. They count in the figures of that larger area, not in those of its parts. Tables have a row for them, so that their rows make the whole; and every figure of a place or a kind says how many further reports are known only more coarsely. Some of those may belong to it.',
  coarse_late:
    'Such a report is published by its month, and what happened to it only when as much time has passed since the end of that month as it took from the day it came in. Watching starts at the end of the month for all of them, so this neither flatters nor harms any waiting time.',
  list: 'Every figure',
  list_text: 'With its name in the data, what it says, and how it is computed.',
  check: 'Check it yourself',
  check_text: 'Download the reports of a release and compute. In R, with the package “survival”:',
  check_all:
    'Every figure at once, and every file: this command takes only the address of this site, recomputes all figures from the published reports in another database by other instructions, and lists whatever differs.',
  check_note:
    'Here time and event come from the columns first_response_hours and received_period and from the release’s cut-off, as described above.',
};

export const privacy = {
  title: 'Privacy',
  description: 'What is published about a report, how precisely, and what is never published.',
  lead: 'Nobody who reports should have to pay for it. So a report is published only as precisely as is safe for the people behind it.',
  tiers: 'Three kinds of report',
  tiers_text: 'Which kind a report is depends on what could happen to the person who sent it.',
  open: 'Open',
  open_text:
    'Places and things: roads, water points, lights, waste. Such a report says nothing about a person. It is shown with its ward, its kind and the day it came in.',
  guarded: 'Guarded',
  guarded_text:
    'How people were served: in clinics, schools and offices. Such a report could point to someone. It is shown by month instead of by day, and with place and kind only as far as other reports like it allow.',
  sensitive: 'Sensitive',
  sensitive_text:
    'The conduct of staff, corruption, a person’s own health, violence, children, land disputes. Such a report is never shown, only counted. Its page says “received”, “being handled” or “closed”, and nothing else.',
  raised:
    'Staff can move a single report to a stricter kind, or keep it back. Nothing is ever made less strict after it was released.',
  in_use: 'Kinds in use here',
  published: 'What is published of a report',
  published_list: [
    'its code, which is random and says nothing about order or number; for guarded reports an id of the row, which is not the code of the page where the reporter follows it',
    'the area and the kind of report, as precisely as the kind allows',
    'the day or the month it came in',
    'after how many hours or days it was answered and solved',
    'where it stands, and the office responsible',
    'how many people reported it, in bands: 1, 2 to 4, 5 to 9, 10 or more',
    'for open reports, a short summary that two members of staff have approved',
  ],
  never: 'What is never published',
  never_list: [
    'phone numbers, names, or anything that ties two reports of one person together',
    'the messages themselves, voice notes and pictures',
    'exact places, addresses and coordinates',
    'clock times',
  ],
  example: 'An example: as precise as others like it allow',
  example_text:
    'These guarded reports came in during one month. Each dot is a person. In this example at least 5 people must stand together, and their reports must not all have ended alike; otherwise the next, coarser step is tried with those that are left.',
  example_who: 'Who reported',
  example_shown: 'How it is shown',
  example_rows: {
    service: (level: string) => `6 people about one kind, in one ${level.toLocaleLowerCase('en')}`,
    group: (level: string) =>
      `3 people about one kind and 3 about another of the same subject, in one ${level.toLocaleLowerCase('en')}`,
    above: (level: string, above: string) =>
      `2 people about one kind in each of three parts (${level.toLocaleLowerCase('en')}) of one ${above.toLocaleLowerCase('en')}`,
    any: 'one person about each of five subjects',
    held: 'one person in another month, with nobody else left over',
  },
  example_waits: 'not yet: it waits for a later month',
  example_kept:
    'What a report was given in its month stays so. Reports of other months are never added to make it more precise, and somebody who writes often counts as one person.',
  ids: 'Two codes that nobody can connect',
  ids_text:
    'Who reported follows the report on a page of its own, with a code. If the published row had the same code, anyone could watch that page, see on which day it is closed, take off the published number of days, and know on which day the report came in. So the row of a guarded report has another id, and nothing here leads from the one to the other. The page shows place and kind only as the row does, and before that only that there is a report.',
  follow: 'When a guarded row shows what happened',
  follow_text:
    'A report of 3 May is answered after 8 days. Its row says “waiting” until 8 June is over, 8 days after the end of May; only a release after that says “answered after 8 days”. For a report of 30 May that took 8 days, the row changes at the same time. So the moment when a row changes says nothing about the day on which the report came in.',
  texts: 'Public texts',
  texts_text:
    'A short summary is written by one member of staff and approved by another; the database lets no text out that one person alone let through. Then a program looks for what could tell who is meant: telephone numbers however they are written, addresses, number plates, identity numbers, names, words taken over from the message. Where it finds something, the text is not published and staff are told why. It never changes a text by itself.',
  private_link: 'The private link',
  private_link_text:
    'Who reported can be given a private link. It ends in a key that browsers keep to themselves. With it the reporter’s own browser opens exact times, the place and the history; this server keeps them sealed and cannot read them. The reporter can also say whether the problem is solved: this shows a word and never a person. Nobody should send such a link to a group. It is kept for the open tab alone, never longer on the phone, and an erasure ends it.',
  rules: 'The rules in force',
  rules_text: (release: string) =>
    `Release ${release} was made under these rules. Each release names its own.`,
  no_release: 'There is no release yet. The rules will be named here with the first one.',
  frozen: 'Why releases are frozen',
  frozen_text:
    'If a report were first shown roughly and later precisely, or if counts changed from day to day, someone could subtract one from the other and learn about a single person. So precision, once given, is never refined.',
  rights: 'If something here is about you',
  rights_text:
    'If you think that a report on this site lets someone be recognised, write to us. What lets a person be recognised does not belong here: such a report is withdrawn from all releases, and each release says how many were withdrawn and when, never which. If you reported something, you can have your message, your number and your private link erased; the anonymous row stays. Copies that others have downloaded cannot be called back.',
  site: 'This site and you',
  site_text:
    'This site sets no cookies, loads nothing from other sites and does not follow you. If you tap a WhatsApp link, WhatsApp learns that you did.',
};
