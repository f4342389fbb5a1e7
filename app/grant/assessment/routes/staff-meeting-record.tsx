import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { meetingRecord } from '../queries/meeting-record.server.ts';
import { RecordedMeeting } from '../ui/recorded-meeting.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.meetingDesk.recordTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const record = found(meetingRecord(signedIn(context, request), params.callId ?? ''));
  return { record, isJustEnded: new URL(request.url).searchParams.get('done') === 'ended' };
}

/** To be printed and kept: nothing on it can change once its meeting has ended. */
export default function StaffMeetingRecord() {
  const { meetingDesk } = useWords().words;
  const { record, isJustEnded } = useLoaderData<typeof loader>();
  const { call, meetings } = record;
  return (
    <Page
      back={paths.staffMeeting({ callId: call.id })}
      backLabel={meetingDesk.title}
      overline={call.title}
      title={meetingDesk.recordTitle}
      lead={meetingDesk.recordLead}
    >
      {isJustEnded && (
        <Notice tone="good" live>
          {meetingDesk.ended}
        </Notice>
      )}
      {meetings.length === 0 && <Empty title={meetingDesk.recordNone} />}
      {meetings.length > 0 && (
        <p className="needs-script no-print">
          <button type="button" className="button second" data-print>
            {meetingDesk.recordPrint}
          </button>
        </p>
      )}
      {meetings.map((meeting) => (
        <RecordedMeeting key={meeting.meetingId} meeting={meeting} timeZone={call.timeZone} />
      ))}
    </Page>
  );
}
