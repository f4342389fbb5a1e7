import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound } from '#app/people/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Facts, Notice, Written } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { dayFacts } from '#app/words/day-facts.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { cancelParty, changeWishes, comeAfterAll } from '../commands/change-party.server.ts';
import { comingForms } from '../forms/coming-form.ts';
import { myComing } from '../queries/my-coming.server.ts';
import { NeedFields, WhoFields } from '../ui/wishes-fields.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.coming.mineTitle);

/** Looking changes nothing: letters are opened by programs that look for danger before a person does. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const page = found(myComing(context.portal, searchParams.get('key') ?? ''));
  return { ...page, isSaved: searchParams.get('done') === 'saved', asks: searchParams.get('ask') === 'cancel' };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { portal } = context;
  const key = new URL(request.url).searchParams.get('key') ?? '';
  found(myComing(portal, key));
  const posted = await request.formData();
  const { refusals } = wordsIn(portal.language).words.coming;
  const here = paths.coming({ key, done: 'saved' });
  const intent = posted.get('intent');
  if (intent === 'cancel' || intent === 'come-back') {
    const outcome = intent === 'cancel' ? cancelParty(portal, { key }) : comeAfterAll(portal, { key });
    if (outcome.ok) throw redirect(here, 303);
    if (outcome.reason === 'not-found') notFound();
    const form = await readForm(posted, comingForms(portal.language).answer);
    return form.ok ? form.refuse(refusals[outcome.reason]) : form.response;
  }
  const form = await readForm(posted, comingForms(portal.language).change);
  if (!form.ok) return form.response;
  const { version, ...wishes } = form.value;
  const outcome = changeWishes(portal, { key }, version, wishes);
  if (outcome.ok) throw redirect(here, 303);
  if (outcome.reason === 'not-found') notFound();
  if (outcome.reason === 'no-more-places') return form.refuse(null, { people: refusals['no-more-places'] });
  return form.refuse(refusals[outcome.reason]);
}

/** How a party stands, and all it may change about it. */
export default function MyComing() {
  const ways = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { coming: text } = ways.words;
  const { party, event, offer, call } = page;
  return (
    <Page
      back={paths.callPitchDay({ slug: call.slug })}
      backLabel={text.mineToDay}
      overline={event.title}
      title={text.mineTitle}
    >
      {page.isSaved && (
        <Notice tone="good" live>
          {text.mineSaved}
        </Notice>
      )}
      <Notice tone={party.state === 'coming' ? 'good' : 'plain'}>
        <p>
          <strong>{say(ways.language, text.mineStates[party.state], { people: party.people })}</strong>
        </p>
        {party.state === 'waiting' && <p>{text.mineWaiting}</p>}
        {page.sayNoBy !== null && (
          <p>{say(ways.language, text.mineSayNo, { when: ways.deadline(page.sayNoBy, call.timeZone) })}</p>
        )}
      </Notice>
      <Facts
        facts={dayFacts(ways, { event, offer, timeZone: call.timeZone }).map(
          ({ name, value }) => [name, <Written key={name} text={value} />] as const,
        )}
      />
      <p>
        <a href={paths.callPitchDayCalendar({ slug: call.slug })}>{text.calendar}</a>
      </p>
      {page.isOver ? (
        <p>{text.refusals['day-begun']}</p>
      ) : party.state === 'cancelled' ? (
        <Answer intent="come-back" reply={reply} />
      ) : page.asks ? (
        <Answer intent="cancel" reply={reply} />
      ) : (
        <>
          <section aria-labelledby="change">
            <h2 id="change">{text.mineChangeTitle}</h2>
            <Form reply={reply} values={page.wishes}>
              <Hidden name="version" value={party.version} />
              <WhoFields />
              <p className="soft">{text.mineMore}</p>
              <NeedFields interpreters={offer.interpreters} />
              <p className="soft">{text.privacy}</p>
              <Button>{text.mineChange}</Button>
            </Form>
          </section>
          <section aria-labelledby="cancel">
            <h2 id="cancel">{text.mineCancelTitle}</h2>
            <p>{text.mineCancelText}</p>
            <ButtonLink look="danger" to={`${paths.coming({ key: page.key, ask: 'cancel' })}#sure`}>
              {text.mineCancel}
            </ButtonLink>
          </section>
        </>
      )}
    </Page>
  );
}

/** One question with one button: to give places back, or to ask for them again. */
function Answer({
  intent,
  reply,
}: {
  intent: 'cancel' | 'come-back';
  reply: ReturnType<typeof useActionData<typeof action>>;
}) {
  const { coming: text } = useWords().words;
  const { key } = useLoaderData<typeof loader>();
  const isCancel = intent === 'cancel';
  return (
    <section aria-labelledby="sure">
      <h2 id="sure">{isCancel ? text.mineSureTitle : text.mineBackTitle}</h2>
      <p>{isCancel ? text.mineSureText : text.mineBackText}</p>
      <Form reply={reply} action={paths.coming({ key })}>
        <Hidden name="intent" value={intent} />
        <p className="row">
          <Button big look={isCancel ? 'danger' : 'first'}>
            {isCancel ? text.mineSure : text.mineBack}
          </Button>
          {isCancel && <a href={paths.coming({ key })}>{text.mineNotSure}</a>}
        </p>
      </Form>
    </section>
  );
}
