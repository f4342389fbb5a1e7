/** What the sender of a file is told when it cannot go on. */
export const uploads = {
  gone: 'This upload has ended. Another one was begun in its place, or it was taken off. Open the question again to see.',
  unreadable: 'We could not read what is coming. Open the question again and choose the file once more.',
  nowhere: 'There is no such question to send a file to.',
  full: 'We have no room for files just now. What you sent so far is safe. We go on as soon as there is room.',
  signedOut: 'You are signed out. Sign in again and choose the same file: it goes on where it stopped.',
};
