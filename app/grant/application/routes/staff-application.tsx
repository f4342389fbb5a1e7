import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Facts, Notice, When, Written } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { eligibilityDesk } from '../queries/eligibility.server.ts';
import { applicationForManager } from '../queries/staff-reading.server.ts';
import { AnswerChange, DetailChanges } from '../ui/change-notes.tsx';
import { EligibilitySection } from '../ui/eligibility-section.tsx';
import { HelpedBy } from '../ui/helped-by.tsx';
import { OfCall } from '../ui/of-call.tsx';
import { ReopeningHistory } from '../ui/reopening-history.tsx';
import { staffMedia } from '../ui/staff-media.ts';
import { WholeApplication } from '../ui/whole-application.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  titled(page?.card.reference ?? wordsIn('en').words.applicationDesk.staffReadTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const applicationId = params.applicationId ?? '';
  return {
    ...found(applicationForManager(portal, applicationId)),
    eligibility: found(eligibilityDesk(portal, applicationId)),
  };
}

export default function StaffApplication() {
  const { words } = useWords();
  const { card, call, applicant, answers, reach, changes, reopenings, eligibility, helpers } =
    useLoaderData<typeof loader>();
  return (
    <Page
      back={paths.staffApplications({ callId: call.id })}
      backLabel={words.applicationDesk.staffBackToList}
      overline={<OfCall title={call.title} reference={card.reference} />}
      title={<Written as="span" text={card.title} lang={card.language} />}
      lead={<Written as="span" text={card.oneLine} lang={card.language} />}
    >
      <Facts
        facts={[
          [words.applicationDesk.staffApplicant, applicant.name],
          applicant.email !== '' && [
            words.applicationDesk.staffEmail,
            <a key="email" href={`mailto:${applicant.email}`}>
              {applicant.email}
            </a>,
          ],
          applicant.phone !== '' && [
            words.writtenDownDesk.phone,
            <a key="phone" href={`tel:${applicant.phone.replace(/[^+\d]/g, '')}`} dir="ltr">
              {applicant.phone}
            </a>,
          ],
          [words.applicationDesk.staffSent, <When key="sent" at={card.submittedAt ?? 0} timeZone={call.timeZone} />],
        ]}
      />
      <HelpedBy helpers={helpers} questions={answers} timeZone={call.timeZone} />
      <EligibilitySection
        applicationId={card.id}
        checks={eligibility.checks}
        isScoringOpen={eligibility.isScoringOpen}
        timeZone={call.timeZone}
      />
      {reach !== null && (
        <Notice tone="warn" title={words.safety.staffTitle}>
          <Facts
            facts={[
              [words.safety.staffWay, words.safety.contactWays[reach.contactWay]],
              reach.contactNote !== '' && [words.safety.staffNote, <Written key="note" text={reach.contactNote} />],
              reach.publicName !== '' && [words.safety.staffPublicName, <bdi key="name">{reach.publicName}</bdi>],
            ]}
          />
        </Notice>
      )}
      <p className="row no-print">
        <ButtonLink look="second" to={paths.staffReopen({ applicationId: card.id })}>
          {words.reopeningDesk.link}
        </ButtonLink>
      </p>
      <ReopeningHistory reopenings={reopenings} timeZone={call.timeZone} />
      <DetailChanges changes={changes} timeZone={call.timeZone} lang={card.language} currency={call.currency} />
      <WholeApplication
        details={card}
        currency={call.currency}
        answers={answers.map(({ questionId, label, shown, lang, translations, media }) => ({
          questionId,
          label,
          shown,
          lang,
          translations,
          media: media === null ? null : { played: media, from: staffMedia(media.id) },
        }))}
        change={({ questionId, what }) =>
          questionId !== null && (
            <a
              className="no-print"
              href={paths.staffTranslation({ applicationId: card.id, questionId })}
              aria-label={`${words.translations.link}: ${what}`}
            >
              {words.translations.link}
            </a>
          )
        }
        note={(questionId) => (
          <AnswerChange changes={changes} questionId={questionId} timeZone={call.timeZone} lang={card.language} />
        )}
      />
    </Page>
  );
}
