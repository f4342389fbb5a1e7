/** Building a call: taking back what was removed, and meeting the questions as an applicant does. */
export const buildingDesk = {
  removedTitle: 'You removed a question',
  removedText: '“{label}” is not asked any more. You can put it back until you remove another one or publish.',
  putBack: 'Put it back',
  putBackTitle: 'The question is back',
  putBackText: 'It stands where it stood before.',
  putBackRefused: {
    'not-found': 'There is nothing to put back any more. Another question was removed since, or it is back already.',
    'too-many-questions': 'Thirty questions are the most. Remove one first, then write this one again.',
  },

  previewLink: 'Walk through the form',
  previewNoticeTitle: 'This is a preview',
  previewNotice: 'Applicants meet these pages. Nothing that you type here is saved.',
  previewToTests: 'To try out saving, recording and sending, fill in a pretend application.',
  previewBack: 'Back to your draft',
  previewBackToChange: 'Back to your change',
  previewBackToCall: 'Back to the call',
  previewList: 'Back to the list',
  previewNext: 'Next question',
  previewSend: 'At the end, an applicant checks the answers and sends them.',
  previewOnlySome: 'Not everybody is asked',
  previewRecording: 'In a real application, recording and sending files work here.',
} as const;
