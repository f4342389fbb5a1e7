import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { type Person, peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type Letter, writeLetter } from '#app/platform/messages.server.ts';
import { type Keeper, promise } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { CallChangedLetter } from '#emails/application/call-changed.tsx';
import { callSummary } from '../../call/queries/call-facts.server.ts';
import { changesOfVersion } from '../../call/queries/call-versions.server.ts';
import { type ToldChange, toldChanges } from '../../call/queries/told-changes.server.ts';
import { movesADate } from '../../call/rules/differences.ts';
import { type ApplicationCard, applicationCard } from '../queries/application-card.server.ts';
import { applicationsToTell } from '../queries/applications-to-tell.server.ts';
import { neutralLetter } from '../queries/neutral-letter.server.ts';
import { numberForTexts } from '../queries/number-for-texts.server.ts';
import { peopleOn } from '../queries/team.server.ts';
import { windowFor } from '../rules/submitting.ts';

/**
 * Applications that are promised a letter in one transaction. Thousands at once would hold up everybody who saves
 * meanwhile, and a sign-in code would have to wait behind them all.
 */
export const TOLD_AT_ONCE = 200;

/**
 * Promises one letter for each application that a change concerns, so that each is kept and tried again by itself: some
 * of them, and then itself again from where it stopped, in the same transaction. So a crash leaves nobody out, and
 * nobody is told twice. What was begun after the change was published has met it already.
 */
export const announceCallChange: Keeper = async (context, promised) => {
  const { version = '', after = '' } = promised.detail;
  const callId = promised.subjectId;
  const changed = changesOfVersion(context, callId, Number(version));
  invariant(changed !== null, 'a change that is announced was published');
  const states = movesADate(changed.changes) ? (['draft', 'submitted'] as const) : (['draft'] as const);
  const begunBy = changed.publishedAt;
  const concerned = applicationsToTell(context, callId, { states, begunBy, after, limit: TOLD_AT_ONCE });
  return (tx) => {
    for (const id of concerned) {
      promise(tx, context, { kind: 'call-change-told', subjectId: id, detail: { version } });
    }
    const last = concerned.at(-1);
    if (last === undefined || concerned.length < TOLD_AT_ONCE) return;
    promise(tx, context, { kind: 'call-changed', subjectId: callId, detail: { version, after: last } });
  };
};

/**
 * Tells everybody who works on an application what changed, why, and what to do next. An application that was taken
 * back meanwhile has nobody left to tell.
 */
export const sendCallChange: Keeper = async (context, promised) => {
  const card = applicationCard(context, promised.subjectId);
  if (card === null || card.state === 'withdrawn') return () => undefined;
  const call = callSummary(context, card.callId);
  const changed = changesOfVersion(context, card.callId, Number(promised.detail.version));
  invariant(call !== null && changed !== null, 'an application has its call, and an announced change was published');
  const people = [...peopleById(context, peopleOn(context, card)).values()];
  const letters = await Promise.all(
    people.map((person) => writeLetter(context, promised, letterTo(context, person, { card, call, changed }))),
  );
  return (tx) => {
    for (const write of letters) write(tx);
  };
};

type Told = {
  readonly card: ApplicationCard;
  readonly call: NonNullable<ReturnType<typeof callSummary>>;
  readonly changed: NonNullable<ReturnType<typeof changesOfVersion>>;
};

function letterTo(context: Context, person: Person, { card, call, changed }: Told): Letter {
  const { words, language, deadline } = wordsIn(person.language);
  const { versions, common } = words;
  const { title, partnerName, timeZone } = call;
  const closes = deadline(windowFor(call, card.lateUntil).closesAt, timeZone);
  const isDraft = card.state === 'draft';
  const site = (path: string) => new URL(path, context.env.PUBLIC_URL).href;
  return {
    to: person.email,
    neutral: neutralLetter(context, card.id, language),
    subject: say(language, versions.letterSubject, { title }),
    // Who writes a draft, and with whom, is no business of the partner's outbox.
    partnerId: isDraft ? undefined : call.partnerId,
    applicationId: card.id,
    short: {
      to: numberForTexts(context, card.id, person.id),
      words: isDraft
        ? say(language, versions.shortDraft, { product: common.product, title, closes })
        : say(language, versions.shortSent, { product: common.product, title }),
    },
    body: CallChangedLetter({
      title: versions.letterTitle,
      lead: say(language, versions.letterLead, {
        name: person.name,
        partner: partnerName,
        title,
        reason: changed.reason,
      }),
      changes: toldChanges(changed.changes, timeZone, language).map(linesOf(language)),
      next: isDraft ? say(language, versions.letterDraft, { closes }) : versions.letterSent,
      button: { label: versions.letterButton, href: site(paths.applyApplication({ applicationId: card.id })) },
      all: { label: versions.letterAll, href: site(paths.callVersions({ slug: call.slug })) },
      sender: letterFoot(context, call.partnerId, language),
      language,
    }),
  };
}

/** Plain lines: a letter is also read without colours, and aloud. */
function linesOf(reader: string) {
  const { words, language } = wordsIn(reader);
  const { versions } = words;
  return ({ what, before, after }: ToldChange) => {
    const said = [
      before === null ? null : say(language, versions.letterBefore, { before }),
      after === null ? null : say(language, versions.letterNow, { now: after }),
    ];
    return { what, said: said.filter((line) => line !== null) };
  };
}
