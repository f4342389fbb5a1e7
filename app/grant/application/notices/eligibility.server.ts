import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { personById } from '#app/people/queries/people.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { EligibilityLetter } from '#emails/application/eligibility.tsx';
import { callById } from '../../call/queries/call-facts.server.ts';
import { applicationCard } from '../queries/application-card.server.ts';
import { checkToTell } from '../queries/eligibility.server.ts';
import { neutralLetter } from '../queries/neutral-letter.server.ts';
import { letterKind } from '../rules/eligibility.ts';

/** What the check found, why, and what else could help; or that the applicant is in after all. */
export const sendEligibility: Keeper = async (context, promised) => {
  const card = applicationCard(context, promised.subjectId);
  const call = card === null ? null : callById(context, card.callId);
  const applicant = card === null ? null : personById(context, card.applicantId);
  const finding = checkToTell(context, promised.subjectId, promised.detail.checkId ?? '');
  invariant(card && call && applicant && finding, 'a promise names a check of an application that exists');
  const { words, language } = wordsIn(applicant.language);
  const text = words.eligibility;
  const kind = letterKind(finding.outcome);
  const partner = call.partnerName;
  const address = (path: string) => new URL(path, context.env.PUBLIC_URL).href;
  const said = {
    'not-eligible': {
      title: text.notEligibleTitle,
      text: [say(language, text.notEligibleText, { partner }), text.notEligibleKind],
      answer: text.letterMistake,
    },
    'more-needed': {
      title: say(language, text.moreNeededTitle, { partner }),
      text: [text.moreNeededText],
      answer: text.letterAnswer,
    },
    'fits-after-all': {
      title: text.fitsAfterAllTitle,
      text: [say(language, text.fitsAfterAllText, { partner })],
      answer: text.letterMistake,
    },
  }[kind];
  return writeLetter(context, promised, {
    to: applicant.email,
    neutral: neutralLetter(context, card.id),
    subject: say(language, text.letters[kind].subject, { reference: card.reference }),
    partnerId: call.partnerId,
    applicationId: card.id,
    body: EligibilityLetter({
      title: said.title,
      preview: text.letters[kind].preview,
      lead: say(language, text.letterHello, { name: applicant.name, title: card.title }),
      text: said.text,
      rules: finding.reasons.map(({ statement, advice, link, otherSlug }) => ({
        sentence: say(language, text.rule, { statement }),
        advice,
        links: [
          ...(otherSlug === null
            ? []
            : [
                {
                  label: finding.titles[otherSlug]?.title ?? otherSlug,
                  href: address(paths.call({ slug: otherSlug })),
                },
              ]),
          ...(link === '' ? [] : [{ label: link, href: link }]),
        ],
      })),
      note: finding.note,
      answer: said.answer,
      button: text.letterButton,
      href: address(paths.applyStanding({ applicationId: card.id })),
      sender: letterFoot(context, call.partnerId, language),
      language,
    }),
  });
};
