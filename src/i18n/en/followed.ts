/** Reports kept on the reader's own phone. */
export const followed = {
  keep: 'Keep on this phone',
  drop: 'Take off this phone',
  hint: 'You then find it under “Find a report”. You can read it there without a connection too. Only this phone knows.',
  title: 'Kept on this phone',
  only_here:
    'This list is on this phone only. Nobody else sees it. Take the last one off, and nothing of it stays.',
  seen: 'seen on {day}',
  offline: 'You have no connection now. This is what the page said on',
};
