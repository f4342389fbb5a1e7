import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useLocation } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found } from '#app/people/request.server.ts';
import { scriptUrl } from '#app/platform/scripts.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { languageLinks } from '#app/ui/language-links.ts';
import { OtherLanguages } from '#app/ui/other-languages.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { castPlainVote } from '../commands/cast-plain-vote.server.ts';
import { ballotForms } from '../forms/ballot-form.ts';
import { freshBallotRandom } from '../queries/ballot-random.server.ts';
import { boothOf, codeStanding } from '../queries/booth.server.ts';
import { shuffledOptions } from '../queries/shuffled-options.server.ts';
import { BallotPaper } from '../ui/ballot-paper.tsx';
import boothStyle from '../ui/booth.css?url';
import { BoothScreen } from '../ui/booth-screen.tsx';
import { ConfirmBallot, PlainReceiptPage } from '../ui/plain-steps.tsx';
import { type CastRefused, castRefusal } from './cast-refusal.ts';

/** A booth has one thing in it: no menu, no footer. */
export const handle: ScreenHandle = { isBare: true, isTranslated: true };

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: boothStyle }];

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.booth.title ?? '');

export function loader({ params, context }: LoaderFunctionArgs) {
  const booth = found(boothOf(context.portal, params.pollId ?? ''));
  return {
    booth: { ...booth, options: shuffledOptions(booth.options) },
    scripts: [booth.isRanked ? 'ranked-booth' : 'booth', 'follow'].map(scriptUrl),
  };
}

/** Without scripts, in two posts: look at it, then cast it. The code is in no address. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { portal } = context;
  const { words, language } = wordsIn(portal.language);
  const { pitchDay, rankedVote } = words;
  const forms = ballotForms(language);
  const booth = found(boothOf(portal, params.pollId ?? ''));
  const why = (reason: CastRefused) => castRefusal(words, reason, () => booth.isSheetsOnly);
  const formData = await request.formData();
  if (formData.get('intent') === 'cast') {
    const form = await readForm(formData, forms.confirmed);
    if (!form.ok) return form.response;
    const { token, choice: choices, serverRandom, firstWord, secondWord } = form.value;
    const ownWords = [firstWord, secondWord] as const;
    const cast = await castPlainVote(portal, { pollId: booth.pollId, token, choices, serverRandom, words: ownWords });
    if (cast.ok) return { receipt: cast.value, choices };
    return form.refuse(null, { token: why(cast.reason) });
  }
  const form = await readForm(formData, forms.looked);
  if (!form.ok) return form.response;
  const { token, choice: choices } = form.value;
  const standing = codeStanding(portal, booth.pollId, token);
  const errors = {
    ...(standing.ok ? {} : { token: why(standing.reason) }),
    ...(choices.length === 0 ? { choice: pitchDay.boothNone } : {}),
    ...(booth.isRanked && isRepeated(choices) ? { choice: rankedVote.twice } : {}),
    ...(choices.length > booth.maxChoices
      ? { choice: say(language, pitchDay.boothTooMany, { count: choices.length, max: booth.maxChoices }) }
      : {}),
  };
  if (Object.keys(errors).length > 0) return form.refuse(null, errors);
  if (!booth.takesBallots) return form.refuse(pitchDay.castRefusals['not-open']);
  return { confirm: { token, choices, serverRandom: freshBallotRandom() } };
}

export default function BoothPage() {
  const { words, language } = useWords();
  const { pathname } = useLocation();
  const { booth, scripts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const follow = paths.boothEvents({ pollId: booth.pollId });
  const refused = reply !== undefined && 'errors' in reply ? reply : undefined;
  return (
    <>
      <header className="wrap menu booth-head">
        <p className="overline">{words.common.product}</p>
        {/* After a post the way to another language would lose what was sent, or the receipt. */}
        {reply === undefined && <OtherLanguages languages={languageLinks(language, pathname, '')} />}
      </header>
      <main id="main" className="wrap booth">
        <h1>
          <bdi>{booth.title}</bdi>
        </h1>
        <div data-follow={follow} data-follow-key="state" data-follow-value={booth.state} data-posted={reply && 'yes'}>
          {reply !== undefined && 'receipt' in reply && reply.receipt ? (
            <PlainReceiptPage booth={booth} receipt={reply.receipt} choices={reply.choices ?? []} />
          ) : reply !== undefined && 'confirm' in reply ? (
            <ConfirmBallot booth={booth} ballot={reply.confirm} reply={undefined} />
          ) : refused?.typed.serverRandom !== undefined && refused.errors.token === undefined ? (
            <ConfirmBallot booth={booth} ballot={typedBallot(refused.typed)} reply={refused} />
          ) : (
            <BoothScreen booth={booth}>
              {booth.takesBallots ? (
                <BallotPaper booth={inTypedOrder(booth, refused?.typed.order?.[0])} reply={refused} />
              ) : (
                <Waiting booth={booth} />
              )}
            </BoothScreen>
          )}
        </div>
        {scripts.map((script) => (
          <script key={script} type="module" src={script} />
        ))}
      </main>
    </>
  );
}

type BoothShown = ReturnType<typeof loader>['booth'];

function Waiting({ booth }: { booth: BoothShown }) {
  const { pitchDay } = useWords().words;
  if (booth.state === 'frozen') {
    return (
      <>
        <Notice title={pitchDay.boothNotYetTitle}>
          <p>{pitchDay.boothNotYetText}</p>
        </Notice>
        <p className="needs-no-script">
          <ButtonLink look="second" to={paths.booth({ pollId: booth.pollId })}>
            {pitchDay.boothReload}
          </ButtonLink>
        </p>
      </>
    );
  }
  return (
    <Notice title={pitchDay.boothClosedTitle}>
      <p>{booth.state === 'closed' ? pitchDay.boothClosedText : pitchDay.boothOutText}</p>
      <p>
        <a href={paths.board({ pollId: booth.pollId })}>{pitchDay.boothClosedBoard}</a>
      </p>
    </Notice>
  );
}

function isRepeated(choices: readonly number[]): boolean {
  return new Set(choices).size < choices.length;
}

function typedBallot(typed: Readonly<Record<string, readonly string[]>>) {
  return {
    token: typed.token?.[0] ?? '',
    choices: (typed.choice ?? []).map(Number),
    serverRandom: typed.serverRandom?.[0] ?? '',
  };
}

/** A refused form comes back in the order it was shown in. */
function inTypedOrder(booth: BoothShown, order: string | undefined): BoothShown {
  if (order === undefined) return booth;
  const places = order.split(' ').map(Number);
  const place = (choice: number) => (places.includes(choice) ? places.indexOf(choice) : places.length);
  return { ...booth, options: booth.options.toSorted((one, other) => place(one.choice) - place(other.choice)) };
}
