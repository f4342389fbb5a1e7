import { index, layout, type RouteConfig, type RouteConfigEntry, route } from '@remix-run/route-config';

/** Every URL, in story order; the first segment is the audience (none = public). */
export const urls = [
  // people
  route('sign-in', 'people/routes/sign-in.tsx'),
  route('sign-in/code', 'people/routes/sign-in-code.tsx'),
  route('your-name', 'people/routes/your-name.tsx'),
  route('sign-out', 'people/routes/sign-out.tsx'),
  route('demo', 'people/routes/demo.tsx'),

  // 1 call
  index('grant/call/routes/home.tsx'),
  route('calls', 'grant/call/routes/calls.tsx'),
  route('calls.ics', 'grant/call/routes/calls-calendar.ts'),
  route('calls.json', 'grant/call/routes/calls-feed.ts'),
  route('calls/:slug', 'grant/call/routes/call.tsx'),
  route('calls/:slug/questions', 'grant/call/routes/call-questions.tsx'),
  route('calls/:slug/questions.rtf', 'grant/call/routes/call-questions-file.ts'),
  route('calls/:slug/dates.ics', 'grant/call/routes/call-calendar.ts'),
  route('calls/:slug/check', 'grant/call/routes/call-check.tsx'),
  route('calls/:slug/facts.json', 'grant/call/routes/call-facts-file.tsx'),
  route('staff/calls', 'grant/call/routes/staff-calls.tsx'),
  route('staff/calls/new', 'grant/call/routes/staff-new-call.tsx'),
  route('staff/calls/:callId', 'grant/call/routes/staff-call.tsx'),
  route('staff/calls/:callId/edit', 'grant/call/routes/staff-edit-call.tsx'),
  route('staff/calls/:callId/questions', 'grant/call/routes/staff-call-questions.tsx'),
  route('staff/calls/:callId/questions/:questionId', 'grant/call/routes/staff-call-question.tsx'),
  route('staff/calls/:callId/criteria', 'grant/call/routes/staff-call-criteria.tsx'),
  route('staff/calls/:callId/criteria/:criterionId', 'grant/call/routes/staff-call-criterion.tsx'),
  route('staff/calls/:callId/plan', 'grant/call/routes/staff-call-plan.tsx'),
  route('staff/calls/:callId/glossary', 'grant/call/routes/staff-call-glossary.tsx'),
  route('staff/calls/:callId/glossary/:termId', 'grant/call/routes/staff-call-term.tsx'),
  route('staff/calls/:callId/self-check', 'grant/call/routes/staff-call-self-check.tsx'),
  route('staff/calls/:callId/self-check/:itemId', 'grant/call/routes/staff-call-check-item.tsx'),
  route('staff/calls/:callId/publish', 'grant/call/routes/staff-publish-call.tsx'),

  // 2 application
  route('apply/start/:slug', 'grant/application/routes/start.tsx'),
  route('apply/upload/*', 'grant/application/routes/upload.ts'),
  route('apply/media/:mediaId', 'grant/application/routes/media.ts'),
  route('apply/claim', 'grant/application/routes/claim.tsx'),
  route('apply/:applicationId', 'grant/application/routes/application.tsx'),
  route('apply/:applicationId/details', 'grant/application/routes/details.tsx'),
  route('apply/:applicationId/questions/:questionId', 'grant/application/routes/question.tsx'),
  route('apply/:applicationId/autosave', 'grant/application/routes/autosave.ts'),
  route('apply/:applicationId/submit', 'grant/application/routes/submit.tsx'),
  route('apply/:applicationId/received', 'grant/application/routes/received.tsx'),
  route('apply/:applicationId/withdraw', 'grant/application/routes/withdraw.tsx'),
  route('apply/:applicationId/print', 'grant/application/routes/print.tsx'),
  route('apply/:applicationId/help', 'grant/application/routes/help.tsx'),
  route('apply/:applicationId/talk', 'grant/application/routes/talk.tsx'),
  route('apply/:applicationId/talk.ics', 'grant/application/routes/talk-calendar.ts'),
  route('apply/:applicationId/reading', 'grant/application/routes/reading.tsx'),
  route('apply/:applicationId/confirm', 'grant/application/routes/confirm.tsx'),
  route('staff/calls/:callId/codes', 'grant/application/routes/staff-call-codes.tsx'),
  route('staff/calls/:callId/applications', 'grant/application/routes/staff-applications.tsx'),
  route('staff/applications/:applicationId', 'grant/application/routes/staff-application.tsx'),
  route('staff/media/:mediaId', 'grant/application/routes/staff-media.ts'),
  route('staff/calls/:callId/help', 'grant/application/routes/staff-help.tsx'),
  route('staff/calls/:callId/help/times', 'grant/application/routes/staff-help-times.tsx'),
  route('staff/calls/:callId/help/log', 'grant/application/routes/staff-help-log.tsx'),
  route('staff/help/questions/:helpQuestionId', 'grant/application/routes/staff-help-question.tsx'),
  route('staff/help/drafts/:readingId', 'grant/application/routes/staff-reading.tsx'),
  route('staff/calls/:callId/enter', 'grant/application/routes/staff-enter.tsx'),
  route('staff/entries/:applicationId', 'grant/application/routes/staff-entry.tsx'),

  // 3 assessment
  route('staff/calls/:callId/panel', 'grant/assessment/routes/staff-panel.tsx'),
  route('staff/calls/:callId/shortlist', 'grant/assessment/routes/staff-shortlist.tsx'),
  route('panel', 'grant/assessment/routes/panel.tsx'),
  route('panel/applications/:applicationId', 'grant/assessment/routes/panel-application.tsx'),
  route('panel/media/:mediaId', 'grant/assessment/routes/panel-media.ts'),
  route('panel/:callId', 'grant/assessment/routes/panel-call.tsx'),
  route('panel/:callId/conflicts', 'grant/assessment/routes/panel-conflicts.tsx'),

  // 4 pitch day
  route('staff/calls/:callId/pitch-day', 'grant/pitch-day/routes/desk.tsx'),
  route('staff/calls/:callId/pitch-day/plan', 'grant/pitch-day/routes/plan.tsx'),
  route('staff/calls/:callId/pitch-day/sheets', 'grant/pitch-day/routes/sheets.tsx'),
  route('staff/events/:eventId/control', 'grant/pitch-day/routes/control.tsx'),
  route('stage/:eventId', 'grant/pitch-day/routes/stage.tsx'),
  route('stage/:eventId/events', 'grant/pitch-day/routes/stage-events.tsx'),
  route('vote', 'grant/pitch-day/routes/vote.tsx'),
  route('vote/:pollId', 'grant/pitch-day/routes/booth.tsx'),
  route('vote/:pollId/events', 'grant/pitch-day/routes/booth-events.tsx'),
  route('board/:pollId', 'grant/pitch-day/routes/board.tsx'),
  route('board/:pollId.json', 'grant/pitch-day/routes/board-file.tsx'),
  route('recount.mjs', 'grant/pitch-day/routes/recount-program.tsx'),

  // 5 award
  route('staff/calls/:callId/decision', 'grant/award/routes/staff-decision.tsx'),
  route('staff/calls/:callId/decision/confirm', 'grant/award/routes/staff-confirm-decision.tsx'),
  route('staff/calls/:callId/awards', 'grant/award/routes/staff-awards.tsx'),
  route('apply/:applicationId/award', 'grant/award/routes/apply-award.tsx'),
  route('apply/:applicationId/award/agreement.txt', 'grant/award/routes/agreement-file.ts'),

  // 6 payment
  route('finance', 'grant/payment/routes/finance.tsx'),
  route('finance/calls/:callId', 'grant/payment/routes/finance-call.tsx'),
  route('finance/calls/:callId/funds', 'grant/payment/routes/finance-funds.tsx'),
  route('finance/payouts/:payoutId', 'grant/payment/routes/finance-payout.tsx'),
  route('finance/files/:fileId', 'grant/payment/routes/finance-file.tsx'),
  route('finance/files/:fileId/download', 'grant/payment/routes/finance-file-download.ts'),
  route('finance/files/:fileId/csv', 'grant/payment/routes/finance-file-table.ts'),
  route('apply/:applicationId/payment', 'grant/payment/routes/apply-payment.tsx'),
  route('apply/:applicationId/payment/details', 'grant/payment/routes/apply-payment-details.tsx'),

  // 7 mentoring
  route('staff/mentors', 'grant/mentoring/routes/staff-mentors.tsx'),
  route('staff/awards/:awardId', 'grant/mentoring/routes/staff-award.tsx'),
  route('staff/awards/:awardId/mentor', 'grant/mentoring/routes/staff-match.tsx'),
  route('mentor', 'grant/mentoring/routes/mentor.tsx'),
  route('mentor/:awardId', 'grant/mentoring/routes/mentor-group.tsx'),
  route('mentor/:awardId/check-in', 'grant/mentoring/routes/mentor-check-in.tsx'),
  route('apply/:applicationId/mentoring', 'grant/mentoring/routes/apply-mentoring.tsx'),

  // 8 reporting
  route('apply', 'grant/reporting/routes/my-applications.tsx'),
  route('apply/:applicationId/standing', 'grant/reporting/routes/standing.tsx'),
  route('staff', 'grant/reporting/routes/board.tsx'),
  route('staff/calls/:callId/board', 'grant/reporting/routes/call-board.tsx'),
  route('staff/outbox', 'grant/reporting/routes/outbox.tsx'),
  route('staff/outbox/:messageId', 'grant/reporting/routes/message.tsx'),
  route('awards', 'grant/reporting/routes/register.tsx'),
  route('awards.csv', 'grant/reporting/routes/register-table.ts'),

  route('*', 'people/routes/not-found.tsx'),
] satisfies RouteConfigEntry[];

/** All of them inside the page that says what went wrong: whose portal this is and who is signed in stays around it. */
export default [layout('fault.tsx', urls)] satisfies RouteConfig;
