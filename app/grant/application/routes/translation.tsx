import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords } from '#app/words/use-words.ts';
import { myApplication } from '../queries/my-application.server.ts';
import { translationPage } from '../queries/translation-page.server.ts';
import { ownMedia } from '../ui/own-media.ts';
import { TranslationDesk } from '../ui/translation-desk.tsx';
import { foundOrKept } from './keep-typed.server.ts';
import { pressTranslation } from './press-translation.server.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.translations.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  found(myApplication(portal, params.applicationId ?? ''));
  return found(translationPage(portal, params.applicationId ?? '', params.questionId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { applicationId = '', questionId = '' } = params;
  await foundOrKept(portal, applicationId, request, myApplication(portal, applicationId));
  const { answer } = found(translationPage(portal, applicationId, questionId));
  const at = { applicationId, questionId: answer.questionId };
  return pressTranslation(portal, await request.formData(), at, paths.applyTranslation(at), portal.language);
}

/** In which language an answer is, and what it says in others. */
export default function ApplicantTranslation() {
  const { words } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { applicationId, answer } = page;
  const isDraft = page.state === 'draft';
  return (
    <Page
      back={
        isDraft
          ? paths.applyQuestion({ applicationId, questionId: answer.questionId })
          : paths.applyApplication({ applicationId })
      }
      backLabel={isDraft ? <CallText text={answer.label} /> : words.application.taskTitle}
      overline={<CallText text={answer.label} />}
      title={words.translations.title}
      lead={words.translations.lead}
    >
      <TranslationDesk page={page} reply={reply} from={answer.media === null ? null : ownMedia(answer.media.id)} />
    </Page>
  );
}
