import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { safeNext } from '#app/platform/safe-next.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { suggestWords } from '../commands/suggest-words.server.ts';
import { suggestionForm } from '../forms.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.betterWords.title);

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return { page: pageIn(searchParams), isKept: searchParams.has('kept') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { portal } = context;
  const page = pageIn(new URL(request.url).searchParams);
  const form = await readForm(request, suggestionForm(portal.language));
  if (!form.ok) return form.response;
  const outcome = suggestWords(portal, { page, ...form.value });
  if (!outcome.ok) return form.refuse(wordsIn(portal.language).words.betterWords.tooMany);
  throw redirect(`${paths.betterWords({ page })}&kept=`, 303);
}

/** Only a path of ours, so that the way back leads nowhere else. */
function pageIn(searchParams: URLSearchParams): string {
  return safeNext(searchParams.get('page')?.slice(0, 300) ?? null, paths.home());
}

export default function BetterWords() {
  const { words, language } = useWords();
  const { page, isKept } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.betterWords;
  if (isKept) {
    return (
      <Page title={text.thanksTitle} lead={text.thanksText}>
        <ButtonLink to={page}>{text.back}</ButtonLink>
      </Page>
    );
  }
  return (
    <Page title={text.title} lead={text.lead} back={page} backLabel={text.back}>
      <Form reply={reply}>
        <TextArea name="sentence" rows={3} label={text.sentence} hint={text.sentenceHint} lang={language} />
        <TextArea name="better" rows={3} label={text.better} lang={language} />
        <Button>{text.send}</Button>
      </Form>
    </Page>
  );
}
