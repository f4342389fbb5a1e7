import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { useWords } from '#app/words/use-words.ts';

/** What a manager comes to the page of a call for: the first button is what most come for. */
export function CallActions(props: {
  call: { id: Id; slug: string; state: 'draft' | 'published' };
  isReady: boolean;
  isChanging: boolean;
  hasQuestions: boolean;
}) {
  const { words } = useWords();
  const { call, isReady, isChanging, hasQuestions } = props;
  const at = { callId: call.id };
  const look = 'second' as const;
  const preview = hasQuestions && (
    <ButtonLink to={paths.staffPreview(at)} look={look}>
      {words.buildingDesk.previewLink}
    </ButtonLink>
  );
  const page = (
    <ButtonLink to={paths.call({ slug: call.slug })} look={look}>
      {call.state === 'draft' ? words.callDesk.preview : words.callDesk.seePublic}
    </ButtonLink>
  );
  if (call.state === 'draft') {
    return (
      <p className="row">
        {isReady && <ButtonLink to={paths.staffPublishCall(at)}>{words.callDesk.publishTitle}</ButtonLink>}
        {preview}
        {page}
      </p>
    );
  }
  return (
    <p className="row">
      <ButtonLink to={paths.staffApplications(at)}>{words.reporting.linkApplications}</ButtonLink>
      <ButtonLink to={paths.staffBoard(at)} look={look}>
        {words.reporting.callBoardTitle}
      </ButtonLink>
      <ButtonLink to={paths.staffHelp(at)} look={look}>
        {words.helpDesk.title}
      </ButtonLink>
      <ButtonLink to={paths.staffCallCodes(at)} look={look}>
        {words.codesDesk.title}
      </ButtonLink>
      <ButtonLink to={paths.staffInviteAgain(at)} look={look}>
        {words.carryingDesk.title}
      </ButtonLink>
      <ButtonLink to={paths.staffEquality(at)} look={look}>
        {words.equalityDesk.title}
      </ButtonLink>
      <ButtonLink to={paths.staffCallChange(at)} look={look}>
        {isChanging ? words.changeDesk.openPending : words.changeDesk.open}
      </ButtonLink>
      {preview}
      {page}
    </p>
  );
}
