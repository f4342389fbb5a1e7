import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound } from '#app/people/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { refusal } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { handOutStraw } from '../commands/hand-out-straw.server.ts';
import { stockPage } from '../queries/stock-page.server.ts';
import { strawCodeIn } from '../queries/straw-code.server.ts';
import { showBallotCode } from '../rules/ballot-code.ts';
import boothStyle from '../ui/booth.css?url';
import { NoCodesNow } from '../ui/no-codes-now.tsx';
import { keepStraw, keptStraw } from './straw-cookie.server.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: boothStyle }];

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.openVote.strawTitle);

/** Drawn for each page, so that one press sent twice is known. */
const PRESS = /^[0-9a-z]{20}$/;

/** Reading it hands out nothing. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { portal } = context;
  const { eventId: _, ...page } = found(stockPage(portal, params.pollId ?? '', 'D'));
  const secret = strawCodeIn(portal, page.pollId, keptStraw(portal, page.pollId, request));
  return { page, press: portal.newId(), code: secret === null ? null : showBallotCode({ secret, level: 'D' }) };
}

/** There is nothing to fill in: one press is all. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { portal } = context;
  const { pollId } = found(stockPage(portal, params.pollId ?? '', 'D'));
  const press = PRESS.exec(String((await request.formData()).get('press')))?.[0] ?? null;
  const handed = handOutStraw(portal, pollId, keptStraw(portal, pollId, request), press);
  if (!handed.ok) {
    if (handed.reason === 'not-found') notFound();
    return refusal(wordsIn(portal.language).words.openVote.refusals[handed.reason]);
  }
  const code = showBallotCode({ secret: handed.value, level: 'D' });
  throw redirect(paths.voteStraw({ pollId }), {
    status: 303,
    headers: { 'Set-Cookie': keepStraw(portal, pollId, code) },
  });
}

/** A code by one press, for any browser. */
export default function Straw() {
  const { openVote: text } = useWords().words;
  const { page, press, code } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page overline={page.title} title={text.strawTitle} lead={text.strawLead}>
      <p>{text.strawWorth}</p>
      {page.standing !== 'open' ? (
        <NoCodesNow page={{ ...page, standing: page.standing }} />
      ) : code !== null ? (
        <>
          <Notice tone="good" title={text.strawHaveTitle}>
            <p className="tracker" dir="ltr">
              {code}
            </p>
            <p>{text.strawHave}</p>
          </Notice>
          <p>
            <ButtonLink to={`${paths.booth({ pollId: page.pollId })}#${code}`}>{text.strawToBooth}</ButtonLink>
          </p>
        </>
      ) : page.isEmpty ? (
        <Notice tone="warn" title={text.strawEmptyTitle}>
          <p>{text.strawEmpty}</p>
        </Notice>
      ) : (
        <Form reply={reply}>
          <Hidden name="press" value={press} />
          <p className="hint">{text.strawCookie}</p>
          <Button big>{text.strawGet}</Button>
        </Form>
      )}
    </Page>
  );
}
