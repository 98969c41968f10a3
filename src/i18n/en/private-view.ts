/** The private view of a report, which only its reporter can open. Reading age 12. */
export const privateView = {
  /** on the status page itself */
  no_script: 'A private link opens in a browser that runs script. This one does not.',
  old: 'This browser is too old to open a private link. Use a newer one, or open the link on another phone. What is public stands on this page.',
  opening: 'Your private view is being opened …',
  open: 'Your private view is open below.',
  closed: 'The private view is closed. To see it again, use your private link.',
  trouble: {
    wrong_link:
      'This private link does not open this report. Perhaps a part of it was lost: compare it with the message that you got. If you asked for your data to be erased, the link ended with it.',
    changed:
      'The private view could not be opened: what was sent is not what was sealed for you. Try again later. If it stays like this, tell the office.',
    too_many: 'This was asked for too often. Wait a minute, then load the page again.',
    away: 'The private view could not be loaded. Check the connection, then load the page again.',
    newer: 'The private view is of a newer kind than this page. Load the page again.',
  },
  title: 'Your private view',
  lead: 'Only your private link opens this. The server holds it sealed and cannot read it.',
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
    declined: 'The office turned it down',
    merged: 'Joined to another report of the same problem',
  },
  record: 'In the open data',
  record_open: 'One row, under the code of this page.',
  record_own:
    'This is the id of the row of your report. Nobody but you can tell that it is yours. Keep it to yourself.',
  record_later:
    'Not yet. It will be one row among others like it, with an id of its own, once its month is over.',
  record_sensitive: 'Never as a row. Reports of this kind are only counted, many together.',
  record_withheld: 'Not as a row: the county does not publish this report.',
  history: 'What has happened',
  events: {
    received: 'Your report came in',
    acknowledged: 'The office confirmed that it has it',
    assigned: 'Someone was asked to deal with it',
    started: 'Work started',
    resolved: 'The office says: solved',
    reopened: 'Opened again',
    declined: 'The office turned it down',
    merged: 'Joined to another report of the same problem',
    confirmed: 'You said: solved',
    disputed: 'You said: not solved',
  },
  word: {
    ask: 'Is the problem solved?',
    public:
      'Your answer will stand on the public page beside what the office says. It does not say who you are. You can change it.',
    guarded:
      'From next Monday your answer stands on the public page beside what the office says. It does not say who you are. You can change it.',
    private: 'Your answer goes to the office. The public page does not show it. You can change it.',
    yes: 'Yes, it is solved',
    no: 'No, it is not solved',
    said_confirmed: 'You have said that it is solved.',
    said_disputed: 'You have said that it is not solved.',
    sending: 'Your answer is being sent …',
    recorded: 'Thank you. Your answer is recorded.',
    recorded_public: 'Thank you. Your answer is recorded. In a moment it stands on the public page too.',
    recorded_guarded: 'Thank you. Your answer is recorded. The public page shows it from next Monday.',
    same: 'You had said that already. It stands.',
    not_resolved:
      'The office does not call it solved any more. Load the page again to see what has happened.',
    too_often: 'You have changed your answer several times today. You can change it again tomorrow.',
    unavailable: 'Your answer could not be sent. Nothing was recorded. Try again in a minute.',
  },
  reload: 'Load the page again',
  close: 'Close the private view',
  close_hint:
    'Do others use this phone? Then close it when you have read it. It also closes with this tab, and the address above no longer holds your key.',
};
