import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { partnerStaff, peopleById } from '#app/people/queries/people.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { FinalRootLetter } from '#emails/pitch-day/final-root.tsx';
import { shortlistOf } from '../assessment/queries/panel-ranking.server.ts';
import { sealOf } from './queries/seal.server.ts';

/**
 * Sends the seal of the closed vote to everyone with a reason to keep it, before anybody knows the result:
 * the groups that pitched and the partner's managers.
 */
export const sendFinalRoot: Keeper = async (context, promised) => {
  const { words, language } = wordsIn('en');
  const { pitchDay } = words;
  const sealed = sealOf(context, promised.subjectId);
  invariant(sealed, 'the promise was made together with the close');
  const { call } = sealed;
  const applicants = peopleById(
    context,
    shortlistOf(context, call.id).map((card) => card.applicantId),
  );
  const managers = partnerStaff(context, call.partnerId).filter((member) => member.duty === 'manager');
  const addresses = new Set([...applicants.values(), ...managers].map((person) => person.email));
  const letters = await Promise.all(
    [...addresses].map((to) =>
      writeLetter(context, promised, {
        to,
        partnerId: call.partnerId,
        subject: say(language, pitchDay.letterSealSubject, { event: sealed.title }),
        body: FinalRootLetter({
          seal: sealed.words,
          root: sealed.root,
          href: new URL(paths.board({ pollId: sealed.pollId }), context.env.PUBLIC_URL).href,
          words: {
            title: pitchDay.letterSealTitle,
            lead: say(language, pitchDay.letterSealLead, { event: sealed.title }),
            keep: pitchDay.letterSealKeep,
            inFull: pitchDay.letterSealInFull,
            button: pitchDay.letterSealButton,
            sender: call.partnerName,
          },
        }),
      }),
    ),
  );
  return (tx) => {
    for (const write of letters) write(tx);
  };
};
