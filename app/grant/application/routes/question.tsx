import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { scriptUrl } from '#app/platform/scripts.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { removeMedia } from '../commands/remove-media.server.ts';
import { saveAnswer } from '../commands/save-answer.server.ts';
import { answerForm, answerTextIn, answerTooLong } from '../forms.ts';
import { commentsBeside } from '../queries/comments.server.ts';
import { type MyApplication, type MyQuestion, myApplication } from '../queries/my-application.server.ts';
import { helpWithQuestion } from '../queries/my-help.server.ts';
import { hasLeft } from '../queries/team.server.ts';
import { isUnseen } from '../rules/media.ts';
import { mayComment } from '../rules/team.ts';
import { wayOf } from '../rules/way.ts';
import { AnswerFields } from '../ui/answer-fields.tsx';
import { answerValues } from '../ui/answer-values.ts';
import { Autosave } from '../ui/autosave.tsx';
import { ChangedElsewhere } from '../ui/changed-elsewhere.tsx';
import { Comments } from '../ui/comments.tsx';
import { GlossaryHere } from '../ui/glossary-here.tsx';
import { HelpHere } from '../ui/help-here.tsx';
import { mediaTermsOf } from '../ui/media-words.ts';
import { ClosedNotice, closingOf, NoLongerADraft } from '../ui/no-longer-a-draft.tsx';
import { ReadAlong } from '../ui/read-along.tsx';
import { RecordedAnswer } from '../ui/recorded-answer.tsx';
import { TranslationLink } from '../ui/translation-link.tsx';
import { keepTyped, savedOrKept } from './keep-typed.server.ts';
import { readSent, seenIn } from './read-sent.server.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  titled(page?.question.label ?? wordsFor(matches).words.application.taskTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const mine = found(myApplication(portal, params.applicationId ?? ''));
  const question = found(mine.questions.find((asked) => asked.id === params.questionId));
  return {
    help: helpWithQuestion(portal, mine.id, question.id),
    ...besideAnswer(portal, mine, question),
    closing: closingOf(mine, question.isReopened),
    applicationId: mine.id,
    callTitle: mine.call.title,
    mediaTerms: mediaTermsOf(mine.call),
    lang: question.language,
    currency: mine.call.currency,
    questionCount: mine.questions.length,
    terms: mine.terms,
    // The answer given here may decide that a later question is asked.
    hasLater: mine.questions.some((other) => other.position > question.position),
    question,
    scripts: { autosave: scriptUrl('autosave'), costs: scriptUrl('costs'), media: scriptUrl('recorded-answer') },
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { applicationId = '', questionId } = params;
  const mine = myApplication(portal, applicationId);
  if (mine === null && hasLeft(portal, applicationId)) return keepTyped('left-team', request, portal.language);
  if (mine === null) notFound();
  const question = found(mine.questions.find((asked) => asked.id === questionId));
  if (!mine.mayEdit) return keepTyped('may-not-edit', request, portal.language);
  const sent = await readSent(portal, request, mine, question);
  const form = await readForm(sent.form, answerForm);
  if (!form.ok) return form.response;

  const text = answerTextIn(question.kind, form.typed);
  if (text === null) return form.refuse(null, { text: answerTooLong(portal.language) });
  const save = () => saveAnswer(portal, mine.id, question.id, text, form.value.revision);
  const saved = savedOrKept(save, form.typed, portal.language);
  if (!saved.ok && saved.reason === 'not-found') notFound();
  if (!saved.ok && (saved.reason === 'left-team' || saved.reason === 'may-not-edit')) notFound();
  if (!saved.ok && saved.reason === 'changed-elsewhere') {
    const refused = form.refuse(wordsIn(portal.language).words.application.changedTitle).data;
    return data({ ...refused, isChangedElsewhere: true }, { status: 409 });
  }
  if (!saved.ok) return data(form.refuse(null, mediaErrorsOf(sent.mediaError)).data, { status: 409 });
  if (sent.isTaken) return recordedElsewhere(form.refuse(null, mediaErrorsOf(sent.mediaError)));
  if (sent.mediaError !== null) return form.refuse(null, mediaErrorsOf(sent.mediaError));
  if (form.value.intent === 'remove-media') {
    const removed = await removeMedia(portal, mine.id, question.id, seenIn(sent.form));
    if (!removed.ok && isUnseen(removed.reason)) {
      const { notRemoved } = wordsIn(portal.language).words.recording;
      return recordedElsewhere(form.refuse(null, { media: notRemoved[removed.reason] }));
    }
    throw redirect(paths.applyQuestion({ applicationId: mine.id, questionId: question.id }), 303);
  }
  if (form.value.intent === 'stay') {
    throw redirect(`${paths.applyQuestion({ applicationId: mine.id, questionId: question.id })}#answer`, 303);
  }
  // What was just chosen may ask something else next.
  const now = found(myApplication(portal, mine.id));
  const next =
    form.value.intent === 'next'
      ? now.questions.find(({ isAsked, position }) => isAsked && position > question.position)
      : undefined;
  throw redirect(
    next === undefined
      ? paths.applyApplication({ applicationId: mine.id })
      : paths.applyQuestion({ applicationId: mine.id, questionId: next.id }),
    303,
  );
}

/** What the team needs beside an answer: what it says to each other, and who may write. */
function besideAnswer(portal: SignedIn, mine: MyApplication, question: MyQuestion) {
  const comments = commentsBeside(portal, mine.id, question.id);
  return {
    mayEdit: mine.mayEdit,
    ownerName: mine.team.ownerName,
    /** Somebody who works alone has nobody to talk to. */
    talk:
      mine.team.others === 0 && comments.length === 0
        ? null
        : { comments, mayComment: mayComment(mine.role), newId: portal.newId(), timeZone: mine.call.timeZone },
  };
}

/** Somebody was first, in another window: that recording is shown, and whoever sends theirs again has seen it. */
function recordedElsewhere(refused: { readonly data: FormReply }) {
  return data({ ...refused.data, isRecordedElsewhere: true }, { status: 409 });
}

function mediaErrorsOf(mediaError: string | null): Record<string, string> {
  return mediaError === null ? {} : { media: mediaError };
}

export default function QuestionPage() {
  const { words, language } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.application;
  const { question } = page;
  const way = wayOf(question.taken);
  const here = paths.applyQuestion({ applicationId: page.applicationId, questionId: question.id });
  const typed = (reply && answerTextIn(question.kind, reply.typed)) ?? '';
  const talk = page.talk !== null && (
    <Comments applicationId={page.applicationId} questionId={question.id} {...page.talk} />
  );
  if (page.closing.isWritable && !page.mayEdit) {
    return <ReadAlong {...page}>{talk}</ReadAlong>;
  }
  if (!page.closing.isWritable) {
    const isNew = typed !== '' && typed !== question.text;
    return (
      <NoLongerADraft
        title={<CallText text={question.label} />}
        closing={page.closing}
        reply={reply}
        typed={isNew ? [[text.questionText, typed]] : []}
        lang={page.lang}
      />
    );
  }
  return (
    <Page
      back={paths.applyApplication({ applicationId: page.applicationId })}
      backLabel={text.taskTitle}
      overline={say(language, text.questionOverline, { position: question.position, count: page.questionCount })}
      title={<CallText text={question.label} />}
      lead={question.guidance === '' ? undefined : <CallText text={question.guidance} />}
    >
      {reply !== undefined && 'isChangedElsewhere' in reply && (
        <ChangedElsewhere
          theirs={[[text.questionText, question.text]]}
          lang={page.lang}
          saved={question.saved}
          timeZone={page.mediaTerms.timeZone}
        />
      )}
      <ClosedNotice closing={page.closing} />
      {!question.isAsked && (
        <Notice title={text.questionNotAsked}>
          <p>{text.questionNotAskedText}</p>
        </Notice>
      )}
      {way !== null && way !== 'file' && question.kind === 'text' && <p>{words.recording.ways[way]}</p>}
      <GlossaryHere terms={page.terms} />
      <Form reply={reply} values={answerValues(question)} upload={way !== null}>
        <div id="answer">
          <AnswerFields question={question} typed={typed} lang={page.lang} currency={page.currency} />
          {question.kind === 'money-table' && <script type="module" src={page.scripts.costs} />}
        </div>
        <Autosave
          applicationId={page.applicationId}
          what={question.id}
          revision={question.revision}
          script={page.scripts.autosave}
          next={here}
        />
        {way !== null && (
          <RecordedAnswer
            applicationId={page.applicationId}
            question={question}
            terms={page.mediaTerms}
            script={page.scripts.media}
            error={reply?.errors.media}
            isTaken={reply !== undefined && 'isRecordedElsewhere' in reply}
          />
        )}
        <div className="row">
          {page.hasLater && page.closing.state === 'draft' && (
            <Button name="intent" value="next">
              {text.questionNext}
            </Button>
          )}
          <Button
            look={page.hasLater && page.closing.state === 'draft' ? 'second' : 'first'}
            name="intent"
            value="list"
          >
            {text.questionSave}
          </Button>
        </div>
      </Form>
      <HelpHere help={page.help} />
      <TranslationLink applicationId={page.applicationId} questionId={question.id} />
      {talk}
    </Page>
  );
}
