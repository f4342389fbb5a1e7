/** What a member of a panel reads about keeping sheets on a phone for when there is no internet. */
export const panelOffline = {
  title: 'No internet later?',
  lead: 'You can keep this list and {count, plural, one {# application} other {# applications}} on this phone: about {size} MB. Then you can read and score them without internet. What you write is sent when the internet is back.',
  film: 'Words are kept, also what is written down of a recording. Films, sound, pictures and files are not kept: they need the internet.',
  shared: 'Whoever can open this phone can then read these applications. Do not do this on a phone that you share.',
  until:
    'With internet, each application goes from this phone when you hand in your scores or have a tie to it. All of them go when you sign out. When scoring ends, and after {days, plural, one {# day} other {# days}} without internet, they are not shown any more.',
  start: 'Keep these for when I have no internet',
  drop: 'Take them off this phone',
  progress: 'Fetching. {count} of {all} pages are kept. Please stay on this page.',
  kept: 'Applications kept on this phone: {count}. Size: {size} MB. They are shown until {until} at the longest.',
  failed:
    'This did not work, or only partly. Check your internet and load this page again. Nothing that you wrote is lost.',
  full: 'This phone has no more room. Delete something else on it, then load this page again. Nothing that you wrote is lost.',
  none: 'Nothing is kept on this phone.',
  copy: 'The portal cannot be reached now. This is the copy from {time}. What you write is kept on this phone.',
  notKept: 'The page that you wanted is not kept on this phone. It needs the internet.',
  handIn:
    'You have no internet, and this needs it. Nothing is lost: what you wrote is kept on this phone. Try again when you have internet.',
  back: 'You have internet again.',
  backOnSheet: 'You have internet again. You can hand in your scores now.',
  unsent: 'Written on this phone, not sent',
  waits: 'This sheet waits for you. Open it to finish sending it.',
  frozen: 'This could not be sent, because these scores cannot change now. Copy what you need.',
  notOpen: 'This could not be sent, because this application is not open to you now. Copy what you need.',
  chosen: 'Scores that you chose',
  open: 'Open this sheet',
  dropWords: 'Delete this from this phone',
  dropSure: 'Delete what you wrote here from this phone? Nobody else has it. It cannot be brought back.',
  dropped: 'It is deleted from this phone.',
} as const;
