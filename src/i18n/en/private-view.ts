/** The private view of a report, which only its reporter can open. Reading age 12. */
export const privateView = {
  /** on the status page itself */
  no_script: 'This browser cannot open a private link, because script is switched off.',
  old: 'This browser is too old to open a private link. Use a newer one, or open the link on another phone. This page shows what is public.',
  opening: 'Opening your private view …',
  open: 'Your private view is open below.',
  closed: 'The private view is closed. To see it again, tap your private link.',
  trouble: {
    wrong_link:
      'This private link does not open this report. A part of it may be lost: look at the message that you got. Did you ask for your data to be erased? Then the link ended too.',
    changed:
      'The private view could not be opened. What came is not what was locked for you. Try again later. If it stays like this, tell the office.',
    too_many: 'You have tried too often. Wait a minute, then load the page again.',
    away: 'The private view did not load. Check the connection, then load the page again.',
    newer: 'This page is older than your private view. Load the page again.',
  },
  title: 'Your private view',
  lead: 'Only your private link opens this. It is kept locked here, and nobody else can read it.',
  received: 'Came in',
  kind: 'About',
  place: 'Place',
  office: 'Office responsible',
  state: 'Where it stands',
  outcomes: {
    waiting: 'No answer yet',
    in_progress: 'The office is dealing with it',
    resolved: 'The office says: solved',
    reopened: 'Open again, not solved',
    declined: 'The office will not deal with it',
    merged: 'Joined to another report of the same problem',
  },
  record: 'In the open data',
  record_open: 'One row, under the code of this page.',
  record_own:
    'This is the number of your report’s row. Only you can tell that it is yours. Keep it to yourself.',
  record_later:
    'Not yet. When its month is over, it will be one row among others like it, with its own number.',
  record_sensitive: 'Never as a row. Reports of this kind are only counted, many together.',
  record_withheld: 'Never as a row. This report is not published.',
  history: 'What has happened',
  events: {
    received: 'Your report came in',
    acknowledged: 'The office said that it has it',
    assigned: 'Someone was asked to deal with it',
    started: 'Work started',
    resolved: 'The office said: solved',
    reopened: 'Opened again',
    declined: 'The office said that it will not deal with it',
    merged: 'Joined to another report of the same problem',
    confirmed: 'You said: solved',
    disputed: 'You said: not solved',
  },
  word: {
    ask: 'Is the problem solved?',
    public:
      'Everyone can see your answer beside what the office says. It does not say who you are. You can change it.',
    guarded:
      'From next Monday everyone can see your answer beside what the office says. It does not say who you are. You can change it.',
    private: 'Your answer goes to the office. Nobody else can see it. You can change it.',
    yes: 'Yes, it is solved',
    no: 'No, it is not solved',
    said_confirmed: 'You have said that it is solved.',
    said_disputed: 'You have said that it is not solved.',
    sending: 'Sending your answer …',
    recorded: 'Thank you. Your answer is recorded.',
    recorded_public: 'Thank you. Your answer is recorded. In a moment everyone can see it.',
    recorded_guarded: 'Thank you. Your answer is recorded. Everyone can see it from next Monday.',
    same: 'You have already said that.',
    not_resolved: 'The office no longer says that it is solved. Load the page again to see what happened.',
    too_often: 'You have changed your answer many times today. You can change it again tomorrow.',
    unavailable: 'Your answer did not get through. Nothing was recorded. Try again in a minute.',
  },
  reload: 'Load the page again',
  close: 'Close the private view',
  close_hint:
    'Do others use this phone? Then close this view when you have read it. It also closes with this tab.',
};
