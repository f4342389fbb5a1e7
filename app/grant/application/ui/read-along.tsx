import type { ReactNode } from 'react';
import type { Currency } from '#app/kernel/money.ts';
import { paths } from '#app/paths.ts';
import { Answer } from '#app/ui/answer.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { Player } from '#app/ui/player.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MyQuestion } from '../queries/my-application.server.ts';
import { shownAnswer } from '../rules/shown-answer.ts';
import { ownMedia } from './own-media.ts';

/** One answer for somebody of the team who reads and comments, and does not write. */
export function ReadAlong(props: {
  applicationId: string;
  question: MyQuestion;
  lang: string;
  currency: Currency;
  ownerName: string;
  children: ReactNode;
}) {
  const { words, language } = useWords();
  const { application, team } = words;
  const { question } = props;
  const { recorded } = question;
  const shown = shownAnswer(question, question.text, props.currency);
  return (
    <Page
      back={paths.applyApplication({ applicationId: props.applicationId })}
      backLabel={application.taskTitle}
      title={<CallText text={question.label} />}
      lead={question.guidance === '' ? undefined : <CallText text={question.guidance} />}
    >
      <Notice>
        <p>{say(language, team.mayNotEdit, { owner: props.ownerName })}</p>
      </Notice>
      {recorded !== null && (
        <Player played={recorded} from={ownMedia(recorded.id)} label={words.recording.here[recorded.kind]} />
      )}
      <Answer shown={shown} lang={props.lang} />
      {shown.as === 'nothing' && recorded === null && <p className="soft">{application.checkNothing}</p>}
      {props.children}
    </Page>
  );
}
