import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { Player } from '#app/ui/player.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { saveSpokenText } from '../commands/save-spoken-text.server.ts';
import { decodeCaptions, spokenTextForm } from '../forms/spoken-text-form.ts';
import { myApplication } from '../queries/my-application.server.ts';
import { maySign } from '../rules/team.ts';
import { closingOf, NoLongerADraft } from '../ui/no-longer-a-draft.tsx';
import { ownMedia } from '../ui/own-media.ts';
import { SpokenTextForm } from '../ui/spoken-text-form.tsx';
import { foundOrKept, keepSpoken } from './keep-typed.server.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.recording.textsTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const mine = found(myApplication(signedIn(context, request), params.applicationId ?? ''));
  const question = found(mine.questions.find((asked) => asked.id === params.questionId));
  const recorded = found(question.recorded);
  if (recorded.kind === 'file') notFound();
  return {
    // What was sent stays as it was: only what was recorded anew for a reopened question is written down.
    closing: closingOf(mine, question.isReopened && recorded.id !== question.sentRecording?.id),
    applicationId: mine.id,
    question: { id: question.id, label: question.label },
    recorded,
    lang: mine.details.language,
    mayApprove: maySign(mine.role),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { applicationId = '' } = params;
  const mine = await foundOrKept(portal, applicationId, request, myApplication(portal, applicationId));
  const question = found(mine.questions.find((asked) => asked.id === params.questionId));
  const form = await readForm(await request.formData(), spokenTextForm(portal.language));
  if (!form.ok) return form.response;
  const { kind, language, revision, intent, mediaId } = form.value;
  const { recorded } = question;
  // Whoever wrote down what is said in one film did not mean another that took its place.
  if (recorded === null || recorded.id !== mediaId) return keepSpoken(form.typed, portal.language);
  const file = form.formData.get('file');
  const isChosen = file instanceof File && file.size > 0;
  const chosen = isChosen ? decodeCaptions(new Uint8Array(await file.arrayBuffer())) : form.value.text;
  const text = intent === 'remove' ? '' : chosen;
  const saved = saveSpokenText(portal, recorded.id, { kind, language, text, revision, approve: intent === 'approve' });
  const { textFaults } = wordsIn(portal.language).words.recording;
  if (saved.ok) {
    throw redirect(`${paths.applySpokenTexts({ applicationId: mine.id, questionId: question.id })}#${kind}`, 303);
  }
  if (saved.reason === 'not-found') return notFound();
  const isOfForm = saved.reason === 'frozen' || saved.reason === 'changed-elsewhere';
  if (isOfForm || saved.reason === 'not-yours-to-approve') return form.refuse(textFaults[saved.reason]);
  return form.refuse(null, { [isChosen ? 'file' : 'text']: textFaults[saved.reason] });
}

export default function SpokenTexts() {
  const { words } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.recording;
  const { recorded, question } = page;
  const repliedTo = reply?.typed.kind?.[0];
  if (!page.closing.isWritable) {
    const typed = reply?.typed.text?.[0] ?? '';
    return (
      <NoLongerADraft
        title={text.textsTitle}
        closing={page.closing}
        reply={reply}
        typed={typed === '' ? [] : [[text.transcriptTitle, typed]]}
        lang={page.lang}
      />
    );
  }
  return (
    <Page
      back={paths.applyQuestion({ applicationId: page.applicationId, questionId: question.id })}
      backLabel={<CallText text={question.label} />}
      title={text.textsTitle}
      lead={text.textsLead}
    >
      <Player
        played={{ ...recorded, transcript: null }}
        from={ownMedia(recorded.id)}
        label={text.here[recorded.kind]}
        lang={page.lang}
      />
      {(['transcript', 'captions'] as const).map((kind) => (
        <SpokenTextForm
          key={kind}
          kind={kind}
          mediaId={recorded.id}
          stored={recorded[kind]}
          lang={page.lang}
          mayApprove={page.mayApprove}
          reply={repliedTo === kind ? reply : undefined}
        />
      ))}
    </Page>
  );
}
