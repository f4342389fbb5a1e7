import type { Id } from './kernel/id.ts';

/** A typed function for every URL, in the order of `routes.ts`; no URL is written anywhere else. */
export const paths = {
  home: () => '/',
  signIn: (at: { next?: string } = {}) => withQuery('/sign-in', at),
  /** `asked` names the address to the browser that asked for a code, and to nobody else. */
  signInCode: (at: { asked: Id; next?: string }) => withQuery('/sign-in/code', at),
  signOut: () => '/sign-out',
  yourPhone: () => '/your-phone',
  yourName: (at: { next?: string } = {}) => withQuery('/your-name', at),
  demo: () => '/demo',
  betterWords: (at: { page?: string } = {}) => withQuery('/better-words', at),
  staffBetterWords: () => '/staff/better-words',
  staffContact: (at: { partnerId: Id; done?: 'saved' }) =>
    withQuery(`/staff/partners/${at.partnerId}/contact`, { done: at.done }),

  // 1 call
  calls: () => '/calls',
  callsCalendar: () => '/calls.ics',
  callsFeed: () => '/calls.json',
  call: (at: { slug: string }) => `/calls/${at.slug}`,
  callQuestions: (at: { slug: string }) => `/calls/${at.slug}/questions`,
  callQuestionsFile: (at: { slug: string }) => `/calls/${at.slug}/questions.rtf`,
  callCalendar: (at: { slug: string }) => `/calls/${at.slug}/dates.ics`,
  callCheck: (at: { slug: string }) => `/calls/${at.slug}/check`,
  callFactsFile: (at: { slug: string }) => `/calls/${at.slug}/facts.json`,
  callVersions: (at: { slug: string }) => `/calls/${at.slug}/versions`,
  callVersionFile: (at: { slug: string; version: number }) => `/calls/${at.slug}/versions/${at.version}/facts.json`,
  staff: () => '/staff',
  staffNews: () => '/staff/news',
  staffOutbox: (at: { asked?: Asked } = {}) => withQuery('/staff/outbox', at.asked ?? {}),
  staffMessage: (at: { messageId: Id }) => `/staff/outbox/${at.messageId}`,
  staffCalls: () => '/staff/calls',
  staffNewCall: (at: { from?: Id; strand?: string } = {}) => withQuery('/staff/calls/new', at),
  staffCall: (at: { callId: Id }) => `/staff/calls/${at.callId}`,
  staffEditCall: (at: { callId: Id }) => `/staff/calls/${at.callId}/edit`,
  staffCallQuestions: (at: { callId: Id; done?: 'put-back' }) =>
    withQuery(`/staff/calls/${at.callId}/questions`, { done: at.done }),
  staffNewCallQuestion: (at: { callId: Id }) => `/staff/calls/${at.callId}/questions/new`,
  staffCallQuestion: (at: { callId: Id; questionId: Id }) => `/staff/calls/${at.callId}/questions/${at.questionId}`,
  staffCallCriteria: (at: { callId: Id }) => `/staff/calls/${at.callId}/criteria`,
  staffNewCallCriterion: (at: { callId: Id }) => `/staff/calls/${at.callId}/criteria/new`,
  staffCallCriterion: (at: { callId: Id; criterionId: Id }) => `/staff/calls/${at.callId}/criteria/${at.criterionId}`,
  staffCallPlan: (at: { callId: Id }) => `/staff/calls/${at.callId}/plan`,
  staffCallGlossary: (at: { callId: Id }) => `/staff/calls/${at.callId}/glossary`,
  staffNewCallTerm: (at: { callId: Id }) => `/staff/calls/${at.callId}/glossary/new`,
  staffCallTerm: (at: { callId: Id; termId: Id }) => `/staff/calls/${at.callId}/glossary/${at.termId}`,
  staffCallSelfCheck: (at: { callId: Id }) => `/staff/calls/${at.callId}/self-check`,
  staffNewCallCheckItem: (at: { callId: Id }) => `/staff/calls/${at.callId}/self-check/new`,
  staffCallCheckItem: (at: { callId: Id; itemId: Id }) => `/staff/calls/${at.callId}/self-check/${at.itemId}`,
  staffPublishCall: (at: { callId: Id }) => `/staff/calls/${at.callId}/publish`,

  // 2 application
  apply: () => '/apply',
  /** With a code it only fills in the form: nothing is used up before somebody presses a button. */
  applyStart: (at: { slug: string; code?: string }) => withQuery(`/apply/start/${at.slug}`, { code: at.code }),
  applyApplication: (at: { applicationId: Id }) => `/apply/${at.applicationId}`,
  applyDetails: (at: { applicationId: Id }) => `/apply/${at.applicationId}/details`,
  applyQuestion: (at: { applicationId: Id; questionId: Id }) => `/apply/${at.applicationId}/questions/${at.questionId}`,
  applyTranslation: (at: { applicationId: Id; questionId: Id }) =>
    `/apply/${at.applicationId}/questions/${at.questionId}/translation`,
  applyAutosave: (at: { applicationId: Id }) => `/apply/${at.applicationId}/autosave`,
  applySubmit: (at: { applicationId: Id }) => `/apply/${at.applicationId}/submit`,
  applyEquality: (at: { applicationId: Id }) => `/apply/${at.applicationId}/equality`,
  applyCarry: (at: { applicationId: Id }) => `/apply/${at.applicationId}/carry-over`,
  applyEarlierWords: (at: { applicationId: Id }) => `/apply/${at.applicationId}/earlier-words`,
  applySafety: (at: { applicationId: Id; saved?: string }) =>
    withQuery(`/apply/${at.applicationId}/safety`, { saved: at.saved }),
  applyAgain: (at: { applicationId: Id }) => `/apply/${at.applicationId}/again`,
  applyReceived: (at: { applicationId: Id }) => `/apply/${at.applicationId}/received`,
  applyWithdraw: (at: { applicationId: Id }) => `/apply/${at.applicationId}/withdraw`,
  applyPrint: (at: { applicationId: Id }) => `/apply/${at.applicationId}/print`,
  applyHelp: (at: { applicationId: Id; about?: Id }) =>
    withQuery(`/apply/${at.applicationId}/help`, { about: at.about }),
  applyTalk: (at: { applicationId: Id }) => `/apply/${at.applicationId}/talk`,
  applyTalkCalendar: (at: { applicationId: Id }) => `/apply/${at.applicationId}/talk.ics`,
  applyReading: (at: { applicationId: Id }) => `/apply/${at.applicationId}/reading`,
  applyConfirm: (at: { applicationId: Id }) => `/apply/${at.applicationId}/confirm`,
  applyClaim: () => '/apply/claim',
  applyTeam: (at: { applicationId: Id }) => `/apply/${at.applicationId}/team`,
  applyComments: (at: { applicationId: Id; questionId: Id }) => `/apply/${at.applicationId}/comments/${at.questionId}`,
  applyOthers: (at: { applicationId: Id }) => `/apply/${at.applicationId}/others`,
  applyMerge: (at: { applicationId: Id; mergeId: Id }) => `/apply/${at.applicationId}/merge/${at.mergeId}`,
  /** The token is a secret: it is in the letter or the link, and nowhere else. */
  applyJoin: (at: { token: string }) => `/apply/join/${at.token}`,
  applyUpload: () => '/apply/upload',
  applyMedia: (at: { mediaId: Id }) => `/apply/media/${at.mediaId}`,
  staffPreview: (at: { callId: Id }) => `/staff/calls/${at.callId}/preview`,
  staffPreviewDetails: (at: { callId: Id }) => `/staff/calls/${at.callId}/preview/details`,
  staffPreviewQuestion: (at: { callId: Id; questionId: Id }) =>
    `/staff/calls/${at.callId}/preview/questions/${at.questionId}`,
  staffCallTests: (at: { callId: Id }) => `/staff/calls/${at.callId}/tests`,
  /** `poster`, `captions`, or for its maker `progress`. */
  applyMediaPart: (at: { mediaId: Id; part: string }) => `/apply/media/${at.mediaId}/${at.part}`,
  applySpokenTexts: (at: { applicationId: Id; questionId: Id }) =>
    `/apply/${at.applicationId}/questions/${at.questionId}/spoken`,
  staffCallChange: (at: { callId: Id; done?: string }) =>
    withQuery(`/staff/calls/${at.callId}/change`, { done: at.done }),
  staffCallCodes: (at: { callId: Id }) => `/staff/calls/${at.callId}/codes`,
  /** `asked` is what narrows the list down, its order, and the row a page begins at. */
  staffApplications: (at: { callId: Id; asked?: Asked }) =>
    withQuery(`/staff/calls/${at.callId}/applications`, at.asked ?? {}),
  staffMarkApplications: (at: { callId: Id; asked?: Asked }) =>
    withQuery(`/staff/calls/${at.callId}/applications/check`, at.asked ?? {}),
  staffMarkedApplications: (at: { callId: Id; batchId: Id }) =>
    `/staff/calls/${at.callId}/applications/checks/${at.batchId}`,
  staffEligibilityLetters: (at: { callId: Id; done?: string }) =>
    withQuery(`/staff/calls/${at.callId}/applications/letters`, { done: at.done }),
  staffExportApplications: (at: { callId: Id; asked?: Asked }) =>
    withQuery(`/staff/calls/${at.callId}/applications/export`, at.asked ?? {}),
  staffTranslation: (at: { applicationId: Id; questionId: Id }) =>
    `/staff/applications/${at.applicationId}/questions/${at.questionId}/translation`,
  staffExportFile: (at: { callId: Id }) => `/staff/calls/${at.callId}/applications/export/file`,
  staffApplication: (at: { applicationId: Id }) => `/staff/applications/${at.applicationId}`,
  staffHelp: (at: { callId: Id; asked?: Asked }) => withQuery(`/staff/calls/${at.callId}/help`, at.asked ?? {}),
  staffHelpTimes: (at: { callId: Id }) => `/staff/calls/${at.callId}/help/times`,
  staffHelpLog: (at: { callId: Id; asked?: Asked }) => withQuery(`/staff/calls/${at.callId}/help/log`, at.asked ?? {}),
  staffHelpQuestion: (at: { helpQuestionId: Id }) => `/staff/help/questions/${at.helpQuestionId}`,
  staffReading: (at: { readingId: Id }) => `/staff/help/drafts/${at.readingId}`,
  staffEnter: (at: { callId: Id }) => `/staff/calls/${at.callId}/enter`,
  staffEntry: (at: { applicationId: Id }) => `/staff/entries/${at.applicationId}`,
  staffEligibility: (at: { applicationId: Id }) => `/staff/applications/${at.applicationId}/eligibility`,
  staffEquality: (at: { callId: Id }) => `/staff/calls/${at.callId}/equality`,
  staffInviteAgain: (at: { callId: Id }) => `/staff/calls/${at.callId}/invite-again`,
  staffReopen: (at: { applicationId: Id }) => `/staff/applications/${at.applicationId}/reopen`,
  staffMedia: (at: { mediaId: Id }) => `/staff/media/${at.mediaId}`,
  staffMediaPart: (at: { mediaId: Id; part: string }) => `/staff/media/${at.mediaId}/${at.part}`,

  // 3 assessment
  staffPanel: (at: { callId: Id; done?: string; who?: string; reminded?: string }) =>
    withQuery(`/staff/calls/${at.callId}/panel`, { done: at.done, who: at.who, reminded: at.reminded }),
  /** `top` asks what the ranking proposes for so many places; `after` and `before` say where a page begins. */
  staffShortlist: (at: { callId: Id; asked?: Asked }) =>
    withQuery(`/staff/calls/${at.callId}/shortlist`, at.asked ?? {}),
  staffShortlistCheck: (at: { callId: Id; asked?: Asked }) =>
    withQuery(`/staff/calls/${at.callId}/shortlist/check`, at.asked ?? {}),
  staffShortlistLetters: (at: { callId: Id; asked?: Asked }) =>
    withQuery(`/staff/calls/${at.callId}/shortlist/letters`, at.asked ?? {}),
  callRule: (at: { slug: string }) => `/calls/${at.slug}/order`,
  staffRanking: (at: { callId: Id; shown?: string }) =>
    withQuery(`/staff/calls/${at.callId}/ranking`, { shown: at.shown }),
  callDecisionRecord: (at: { slug: string }) => `/calls/${at.slug}/decision-record`,
  staffLottery: (at: { callId: Id }) => `/staff/calls/${at.callId}/lottery`,
  callLottery: (at: { slug: string }) => `/calls/${at.slug}/lottery`,
  staffFairness: (at: { callId: Id }) => `/staff/calls/${at.callId}/fairness`,
  staffPanelRule: (at: { callId: Id; done?: string }) =>
    withQuery(`/staff/calls/${at.callId}/panel/rule`, { done: at.done }),
  staffMeeting: (at: { callId: Id; done?: string; shown?: string }) =>
    withQuery(`/staff/calls/${at.callId}/meeting`, { done: at.done, shown: at.shown }),
  staffMeetingNotes: (at: { callId: Id }) => `/staff/calls/${at.callId}/meeting/notes`,
  staffMeetingEvents: (at: { callId: Id }) => `/staff/calls/${at.callId}/meeting/events`,
  staffMeetingScreen: (at: { callId: Id }) => `/staff/calls/${at.callId}/meeting/screen`,
  staffMeetingRecord: (at: { callId: Id; done?: string }) =>
    withQuery(`/staff/calls/${at.callId}/meeting/record`, { done: at.done }),
  panelMeeting: (at: { callId: Id; done?: string }) => withQuery(`/panel/${at.callId}/meeting`, { done: at.done }),
  panelMeetingEvents: (at: { callId: Id }) => `/panel/${at.callId}/meeting/events`,
  callPanel: (at: { slug: string; done?: string }) => withQuery(`/calls/${at.slug}/panel`, { done: at.done }),
  staffPanelOffer: (at: { callId: Id; done?: string }) =>
    withQuery(`/staff/calls/${at.callId}/panel/offer`, { done: at.done }),
  staffPanelHours: (at: { callId: Id; done?: string; count?: string }) =>
    withQuery(`/staff/calls/${at.callId}/panel/hours`, { done: at.done, count: at.count }),
  staffPanelHoursTable: (at: { callId: Id }) => `/staff/calls/${at.callId}/panel/hours.csv`,
  staffPanelPeople: (at: { callId: Id; done?: string; who?: string }) =>
    withQuery(`/staff/calls/${at.callId}/panel/people`, { done: at.done, who: at.who }),
  staffTies: (at: { callId: Id; done?: string; shown?: string }) =>
    withQuery(`/staff/calls/${at.callId}/panel/ties`, { done: at.done, shown: at.shown }),
  staffGiveOut: (at: { callId: Id; done?: string; again?: string }) =>
    withQuery(`/staff/calls/${at.callId}/panel/give-out`, { again: at.again, done: at.done }),
  staffPanelPhases: (at: { callId: Id; done?: string; shown?: string }) =>
    withQuery(`/staff/calls/${at.callId}/panel/phases`, { done: at.done, shown: at.shown }),
  staffBlindCopy: (at: { applicationId: Id; done?: string }) =>
    withQuery(`/staff/applications/${at.applicationId}/blind-copy`, { done: at.done }),
  panel: (at: { done?: string } = {}) => withQuery('/panel', at),
  panelKept: () => '/panel/kept',
  panelOfflineWorker: () => '/panel/offline-worker.js',
  panelCall: (at: { callId: Id; done?: string; shown?: string }) =>
    withQuery(`/panel/${at.callId}`, { done: at.done, shown: at.shown }),
  panelTerms: (at: { callId: Id }) => `/panel/${at.callId}/terms`,
  panelCalendar: (at: { callId: Id }) => `/panel/${at.callId}/dates.ics`,
  panelHours: (at: { callId: Id; done?: string }) => withQuery(`/panel/${at.callId}/hours`, { done: at.done }),
  panelPractice: (at: { callId: Id }) => `/panel/${at.callId}/practice`,
  panelPracticeExample: (at: { callId: Id; example: string }) => `/panel/${at.callId}/practice/${at.example}`,
  panelConflicts: (at: { callId: Id }) => `/panel/${at.callId}/conflicts`,
  panelApplication: (at: { applicationId: Id; done?: string }) =>
    withQuery(`/panel/applications/${at.applicationId}`, { done: at.done }),
  panelAutosave: (at: { applicationId: Id }) => `/panel/applications/${at.applicationId}/autosave`,
  panelMedia: (at: { mediaId: Id }) => `/panel/media/${at.mediaId}`,
  panelMediaPart: (at: { mediaId: Id; part: string }) => `/panel/media/${at.mediaId}/${at.part}`,

  // 4 pitch day
  staffPitchDay: (at: { callId: Id }) => `/staff/calls/${at.callId}/pitch-day`,
  staffTieThrow: (at: { callId: Id; done?: string }) =>
    withQuery(`/staff/calls/${at.callId}/pitch-day/throw`, { done: at.done }),
  staffPitch: (at: { callId: Id; applicationId: Id; done?: 'saved' }) =>
    withQuery(`/staff/calls/${at.callId}/pitch-day/pitches/${at.applicationId}`, { done: at.done }),
  applyPitch: (at: { applicationId: Id; done?: 'saved' }) =>
    withQuery(`/apply/${at.applicationId}/pitch`, { done: at.done }),
  pitchMedia: (at: { applicationId: Id; part: 'picture' | 'film' | 'poster' | 'captions' }) =>
    `/pitches/${at.applicationId}/${at.part}`,
  staffPitchDayPlan: (at: { callId: Id }) => `/staff/calls/${at.callId}/pitch-day/plan`,
  callPitchDay: (at: { slug: string; done?: 'received' }) =>
    withQuery(`/calls/${at.slug}/pitch-day`, { done: at.done }),
  callPitchDayCalendar: (at: { slug: string }) => `/calls/${at.slug}/pitch-day.ics`,
  /** The key is a secret: it stands in letters, and after the `?`, which no log keeps. */
  coming: (at: { key: string; ask?: 'cancel'; done?: 'saved' }) =>
    withQuery('/coming', { key: at.key, ask: at.ask, done: at.done }),
  staffComing: (at: { callId: Id; after?: Id; before?: Id; done?: string }) =>
    withQuery(`/staff/calls/${at.callId}/pitch-day/coming`, { after: at.after, before: at.before, done: at.done }),
  staffComingTable: (at: { callId: Id }) => `/staff/calls/${at.callId}/pitch-day/coming.csv`,
  staffDoor: (at: { callId: Id; after?: Id; before?: Id }) =>
    withQuery(`/staff/calls/${at.callId}/pitch-day/door`, { after: at.after, before: at.before }),
  staffRoll: (at: { callId: Id; after?: string | undefined; before?: string | undefined; done?: string | undefined }) =>
    withQuery(`/staff/calls/${at.callId}/pitch-day/roll`, { after: at.after, before: at.before, done: at.done }),
  staffPitchDaySheets: (at: { callId: Id }) => `/staff/calls/${at.callId}/pitch-day/sheets`,
  staffControl: (at: { eventId: Id }) => `/staff/events/${at.eventId}/control`,
  staffJudging: (at: { eventId: Id }) => `/staff/events/${at.eventId}/judging`,
  judging: (at: { callId: Id; pitch?: Id | undefined; done?: 'saved' }) =>
    withQuery(`/panel/${at.callId}/judging`, { pitch: at.pitch, done: at.done }),
  judgingAutosave: (at: { callId: Id; applicationId: Id }) =>
    `/panel/${at.callId}/judging/${at.applicationId}/autosave`,
  stage: (at: { eventId: Id }) => `/stage/${at.eventId}`,
  stageEvents: (at: { eventId: Id }) => `/stage/${at.eventId}/events`,
  vote: () => '/vote',
  booth: (at: { pollId: Id }) => `/vote/${at.pollId}`,
  /** The page of the letter: the code stands after `#`. */
  votingPass: (at: { pollId: Id }) => `/vote/${at.pollId}/pass`,
  issuePass: (at: { pollId: Id }) => `/vote/${at.pollId}/pass/issue`,
  /** Answered before Remix. */
  castVote: (at: { pollId: Id }) => `/vote/${at.pollId}/cast`,
  /** For whoever has no code: one by e-mail (level C), or by one press (level D). */
  voteSignUp: (at: { pollId: Id; done?: 'received' }) => withQuery(`/vote/${at.pollId}/sign-up`, { done: at.done }),
  voteStraw: (at: { pollId: Id }) => `/vote/${at.pollId}/straw`,
  boothEvents: (at: { pollId: Id }) => `/vote/${at.pollId}/events`,
  board: (at: { pollId: Id; tracker?: string }) =>
    withQuery(`/board/${at.pollId}`, at.tracker === undefined ? {} : { tracker: at.tracker }),
  boardFile: (at: { pollId: Id }) => `/board/${at.pollId}.json`,
  recountProgram: () => '/recount.mjs',
  recountInPython: () => '/recount.py',
  recountPage: () => '/recount.html',

  // 5 award
  staffDecision: (at: { callId: Id; done?: string }) =>
    withQuery(`/staff/calls/${at.callId}/decision`, { done: at.done }),
  staffConfirmDecision: (at: { callId: Id; done?: string }) =>
    withQuery(`/staff/calls/${at.callId}/decision/confirm`, { done: at.done }),
  staffWhatIf: (at: { callId: Id }) => `/staff/calls/${at.callId}/decision/what-if`,
  staffAwardLetters: (at: { callId: Id; asked?: Asked }) =>
    withQuery(`/staff/calls/${at.callId}/decision/letters`, at.asked ?? {}),
  staffAwards: (at: { callId: Id; done?: string }) => withQuery(`/staff/calls/${at.callId}/awards`, { done: at.done }),
  applyDecision: (at: { applicationId: Id }) => `/apply/${at.applicationId}/decision`,
  applyAward: (at: { applicationId: Id }) => `/apply/${at.applicationId}/award`,
  applyAgreement: (at: { applicationId: Id }) => `/apply/${at.applicationId}/award/agreement.txt`,

  // 6 payment
  finance: () => '/finance',
  financeCall: (at: { callId: Id; done?: string; count?: string; failed?: string }) =>
    withQuery(`/finance/calls/${at.callId}`, { done: at.done, count: at.count, failed: at.failed }),
  financeFunds: (at: { callId: Id }) => `/finance/calls/${at.callId}/funds`,
  financeMonths: (at: { callId: Id }) => `/finance/calls/${at.callId}/months`,
  financeMonth: (at: { callId: Id; month: string; done?: string }) =>
    withQuery(`/finance/calls/${at.callId}/months/${at.month}`, { done: at.done }),
  financeMonthTable: (at: { callId: Id; month: string }) => `/finance/calls/${at.callId}/months/${at.month}/csv`,
  financeMonthWorkbook: (at: { callId: Id; month: string }) => `/finance/calls/${at.callId}/months/${at.month}/xlsx`,
  financeAuditors: (at: { partnerId: Id; done?: string }) =>
    withQuery(`/finance/auditors/${at.partnerId}`, { done: at.done }),
  audit: () => '/audit',
  auditCall: (at: { callId: Id }) => `/audit/calls/${at.callId}`,
  financePayout: (at: { payoutId: Id; done?: string }) =>
    withQuery(`/finance/payouts/${at.payoutId}`, { done: at.done }),
  financePayoutDetails: (at: { payoutId: Id; done?: string }) =>
    withQuery(`/finance/payouts/${at.payoutId}/details`, { done: at.done }),
  financeStatements: ({ partnerId, ...query }: { partnerId: Id } & Readonly<Record<string, string>>) =>
    withQuery(`/finance/statements/${partnerId}`, query),
  financeFile: (at: { fileId: Id; done?: string }) => withQuery(`/finance/files/${at.fileId}`, { done: at.done }),
  financeFileDownload: (at: { fileId: Id }) => `/finance/files/${at.fileId}/download`,
  financeFileBacs: (at: { fileId: Id }) => `/finance/files/${at.fileId}/bacs`,
  financeFileTable: (at: { fileId: Id }) => `/finance/files/${at.fileId}/csv`,
  host: (at: { token: string }) => `/host/${at.token}`,
  applyPayment: (at: { applicationId: Id; done?: string }) =>
    withQuery(`/apply/${at.applicationId}/payment`, { done: at.done }),
  applyPaymentDetails: (at: { applicationId: Id }) => `/apply/${at.applicationId}/payment/details`,

  // 7 mentoring
  staffMentors: (at: { done?: string } = {}) => withQuery('/staff/mentors', at),
  staffAward: (at: { awardId: Id; done?: string }) => withQuery(`/staff/awards/${at.awardId}`, { done: at.done }),
  staffMatch: (at: { awardId: Id }) => `/staff/awards/${at.awardId}/mentor`,
  mentor: () => '/mentor',
  mentorGroup: (at: { awardId: Id; done?: string }) => withQuery(`/mentor/${at.awardId}`, { done: at.done }),
  mentorCheckIn: (at: { awardId: Id; from?: Id }) => withQuery(`/mentor/${at.awardId}/check-in`, { from: at.from }),
  applyMentoring: (at: { applicationId: Id; done?: string }) =>
    withQuery(`/apply/${at.applicationId}/mentoring`, { done: at.done }),

  // 8 reporting
  applyStanding: (at: { applicationId: Id }) => `/apply/${at.applicationId}/standing`,
  /** `asked` is where the rows stand, and the row a page begins at. */
  staffBoard: (at: { callId: Id; asked?: Asked }) => withQuery(`/staff/calls/${at.callId}/board`, at.asked ?? {}),
  awards: () => '/awards',
  awardsTable: () => '/awards.csv',
} as const;

type Asked = Readonly<Record<string, string | undefined>>;

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const search = new URLSearchParams(
    Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  return search.size === 0 ? path : `${path}?${search}`;
}
