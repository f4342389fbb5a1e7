import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { partnerById, partnerStaff, peopleById } from '#app/people/queries/people.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { promisesAbout } from '#app/platform/promises-about.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { FinalRootLetter } from '#emails/pitch-day/final-root.tsx';
import { PitchLetter } from '#emails/pitch-day/pitch-letter.tsx';
import { neutralLetter } from '../application/queries/neutral-letter.server.ts';
import { shortlistOf } from '../assessment/queries/panel-ranking.server.ts';
import { pitchPlan } from './queries/pitch-plan.server.ts';
import { sealOf } from './queries/seal.server.ts';

/**
 * Tells every group in the running order when and where it pitches and in which place. The first time it is an
 * invitation; later the same facts as they are now, because something in them has changed.
 */
export const sendPitchPlan: Keeper = async (context, promised) => {
  const plan = pitchPlan(context, promised.subjectId);
  invariant(plan !== null, 'an announced event exists and belongs to a call');
  const { event, call, questionSeconds } = plan;
  const isFirst = promisesAbout(context, promised.kind, event.id).at(-1)?.id === promised.id;
  const applicants = peopleById(
    context,
    plan.groups.map(({ card }) => card.applicantId),
  );
  const partnerEmail = partnerById(context, call.partnerId)?.email ?? '';
  const letters = plan.groups.map(({ card, position }) => {
    const applicant = applicants.get(card.applicantId);
    const { words, language, dateTime, date } = wordsIn(applicant?.language ?? 'en');
    const { pitchDay } = words;
    const text = isFirst
      ? { subject: pitchDay.letterPitchSubject, title: pitchDay.letterPitchTitle, lead: pitchDay.letterPitchLead }
      : {
          subject: pitchDay.letterPitchAgainSubject,
          title: pitchDay.letterPitchAgainTitle,
          lead: pitchDay.letterPitchAgainLead,
        };
    const told = { group: card.groupName, title: card.title };
    const place = plan.isOrderFixed
      ? say(language, pitchDay.letterPitchPlaceOf, { position, count: plan.places })
      : pitchDay.letterPitchPlaceOpen;
    const facts = [
      { name: pitchDay.letterPitchWhen, value: dateTime(event.startsAt, call.timeZone) },
      { name: pitchDay.letterPitchWhere, value: `${event.place}\n${event.address}` },
      { name: pitchDay.letterPitchAccess, value: event.accessNotes },
      { name: pitchDay.letterPitchPlace, value: place },
      { name: pitchDay.letterPitchLong, value: say(language, pitchDay.minutes, { count: event.pitchSeconds / 60 }) },
      {
        name: pitchDay.letterPitchQuestions,
        value: questionSeconds === 0 ? '' : say(language, pitchDay.minutes, { count: questionSeconds / 60 }),
      },
    ];
    return writeLetter(context, promised, {
      to: applicant?.email ?? '',
      neutral: neutralLetter(context, card.id),
      partnerId: call.partnerId,
      applicationId: card.id,
      subject: say(language, text.subject, { event: event.title, date: date(event.startsAt, call.timeZone) }),
      body: PitchLetter({
        language,
        title: say(language, text.title, told),
        sender: letterFoot(context, call.partnerId, language),
        lead: say(language, text.lead, told),
        facts: facts.filter((fact) => fact.value.trim() !== ''),
        after: [pitchDay.letterPitchCard, say(language, pitchDay.letterPitchAsk, { email: partnerEmail })],
        button: {
          label: pitchDay.letterPitchButton,
          href: new URL(paths.applyStanding({ applicationId: card.id }), context.env.PUBLIC_URL).href,
        },
      }),
    });
  });
  const written = await Promise.all(letters);
  return (tx) => {
    for (const write of written) write(tx);
  };
};

/**
 * Sends the seal of the closed vote to everyone with a reason to keep it, before anybody knows the result:
 * the groups that pitched and the partner's managers.
 */
export const sendFinalRoot: Keeper = async (context, promised) => {
  const sealed = sealOf(context, promised.subjectId);
  invariant(sealed, 'the promise was made together with the close');
  const { call } = sealed;
  const cards = shortlistOf(context, call.id);
  const applicants = peopleById(
    context,
    cards.map((card) => card.applicantId),
  );
  const managers = partnerStaff(context, call.partnerId).filter((member) => member.duty === 'manager');
  const readers = new Map<string, { readonly applicationId: Id | null; readonly reader: string }>([
    ...managers.map(({ email }) => [email, { applicationId: null, reader: 'en' }] as const),
    ...cards.flatMap((card) => {
      const applicant = applicants.get(card.applicantId);
      if (applicant === undefined) return [];
      return [[applicant.email, { applicationId: card.id, reader: applicant.language }] as const];
    }),
  ]);
  const letters = await Promise.all(
    [...readers].map(([to, { applicationId, reader }]) => {
      const { words, language } = wordsIn(reader);
      const { pitchDay } = words;
      return writeLetter(context, promised, {
        to,
        // Worth something only before anybody knows the result.
        turn: 'first',
        partnerId: call.partnerId,
        applicationId,
        subject: say(language, pitchDay.letterSealSubject, { event: sealed.title }),
        body: FinalRootLetter({
          language,
          seal: sealed.words,
          root: sealed.root,
          href: new URL(paths.board({ pollId: sealed.pollId }), context.env.PUBLIC_URL).href,
          words: {
            title: pitchDay.letterSealTitle,
            lead: say(language, pitchDay.letterSealLead, { event: sealed.title }),
            keep: pitchDay.letterSealKeep,
            inFull: pitchDay.letterSealInFull,
            button: pitchDay.letterSealButton,
            sender: letterFoot(context, call.partnerId, language),
          },
        }),
      });
    }),
  );
  return (tx) => {
    for (const write of letters) write(tx);
  };
};
