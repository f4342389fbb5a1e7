import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords } from '#app/words/use-words.ts';
import { applicationForManager } from '../queries/staff-reading.server.ts';
import { translationPage } from '../queries/translation-page.server.ts';
import { staffMedia } from '../ui/staff-media.ts';
import { TranslationDesk } from '../ui/translation-desk.tsx';
import { pressTranslation } from './press-translation.server.ts';

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.translations.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  found(applicationForManager(portal, params.applicationId ?? ''));
  return found(translationPage(portal, params.applicationId ?? '', params.questionId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  found(applicationForManager(portal, params.applicationId ?? ''));
  const { applicationId, answer } = found(translationPage(portal, params.applicationId ?? '', params.questionId ?? ''));
  const at = { applicationId, questionId: answer.questionId };
  return pressTranslation(portal, await request.formData(), at, paths.staffTranslation(at), 'en');
}

/** What staff, or a translator they name, write beside an answer; the applicant approves it. */
export default function StaffTranslation() {
  const { words } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { applicationId, answer } = page;
  return (
    <Page
      back={paths.staffApplication({ applicationId })}
      backLabel={page.reference}
      overline={<bdi>{answer.label}</bdi>}
      title={words.translations.title}
      lead={words.translations.lead}
    >
      <TranslationDesk page={page} reply={reply} from={answer.media === null ? null : staffMedia(answer.media.id)} />
    </Page>
  );
}
