import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Facts, Written } from '#app/ui/pieces.tsx';
import { Player } from '#app/ui/player.tsx';
import { refusal } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { sendAgain } from '../commands/send-again.server.ts';
import { myApplication } from '../queries/my-application.server.ts';
import type { Recorded } from '../queries/recorded.server.ts';
import { detailText } from '../rules/reopened-draft.ts';
import type { ReopenedDetail } from '../rules/reopening.ts';
import { Gaps } from '../ui/gaps.tsx';
import { OfCall } from '../ui/of-call.tsx';
import { ownMedia } from '../ui/own-media.ts';
import { useDetailName, useDetailText } from '../ui/part-names.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.reopening.againTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const mine = found(myApplication(signedIn(context, request), params.applicationId ?? ''));
  if (mine.reopening === null && request.method === 'GET') {
    throw redirect(paths.applyApplication({ applicationId: mine.id }));
  }
  return { mine };
}

export function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const mine = found(myApplication(portal, params.applicationId ?? ''));
  const outcome = sendAgain(portal, mine.id);
  if (outcome.ok) throw redirect(`${paths.applyApplication({ applicationId: mine.id })}?done=again`, 303);
  const { againRefusals } = wordsIn(portal.language).words.reopening;
  switch (outcome.reason) {
    case 'not-found':
      return notFound();
    case 'not-reopened':
    case 'nothing-changed':
      return refusal(againRefusals[outcome.reason]);
    default:
      return refusal(againRefusals.gap);
  }
}

/** The new answers beside the old ones, and the button that lets them take their place. */
export default function Again() {
  const { words, language, deadline } = useWords();
  const { mine } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const detailName = useDetailName();
  const text = words.reopening;
  const { reopening, details, standingDetails } = mine;
  const detailSaid = useDetailText(mine.call.currency);
  const value = (name: ReopenedDetail, from: typeof details) => detailSaid(name, detailText(from, name));
  const parts = [
    ...(reopening?.details ?? []).map((name) => ({
      key: name as string,
      label: detailName(name),
      before: value(name, standingDetails),
      now: value(name, details),
      recordings: [null, null] as const,
    })),
    ...mine.questions
      .filter(({ isReopened }) => isReopened)
      .map(({ id, label, standing, text: now, sentRecording, recorded }) => ({
        key: id,
        label: <CallText text={label} />,
        before: standing,
        now,
        recordings: [sentRecording, recorded] as const,
      })),
  ];
  const said = (typed: string, recorded: Recorded | null) => (
    <>
      {recorded !== null && (
        <Player played={recorded} from={ownMedia(recorded.id)} label={words.recording.here[recorded.kind]} />
      )}
      {typed !== '' && <Written text={typed} lang={details.language} />}
      {typed === '' && recorded === null && <span className="soft">{text.againNothing}</span>}
    </>
  );
  return (
    <Page
      back={paths.applyApplication({ applicationId: mine.id })}
      backLabel={text.againBack}
      overline={<OfCall title={mine.call.title} reference={mine.reference} />}
      title={text.againTitle}
      lead={text.againLead}
    >
      <Form reply={reply}>
        {reopening !== null && mine.gaps.length > 0 && <Gaps mine={mine} />}
        {parts.map(({ key, label, before, now, recordings: [sent, recorded] }) => (
          <section key={key}>
            <h2>{label}</h2>
            {before === now && sent?.id === recorded?.id ? (
              <p className="soft">{text.againSame}</p>
            ) : (
              <Facts
                facts={[
                  [text.againBefore, said(before, sent)],
                  [text.againNow, said(now, recorded)],
                ]}
              />
            )}
          </section>
        ))}
        {reopening !== null && (
          <div className="send-box">
            <p>{say(language, text.until, { when: deadline(reopening.untilAt, mine.call.timeZone) })}</p>
            <Button big>{text.againButton}</Button>
          </div>
        )}
      </Form>
    </Page>
  );
}
