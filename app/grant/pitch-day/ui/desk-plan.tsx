import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Facts, When, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { DeskShown } from './desk-shown.ts';

/** When, where and how, and the way to change it. */
export function DeskPlan({ desk }: { desk: DeskShown }) {
  const { words, language } = useWords();
  const { pitchDay, comingDesk } = words;
  const { call, event, offer } = desk;
  if (event === null) {
    return (
      <p>
        <ButtonLink to={paths.staffPitchDayPlan({ callId: call.id })}>{pitchDay.deskPlanFirst}</ButtonLink>
      </p>
    );
  }
  return (
    <>
      <Facts
        facts={[
          [pitchDay.planName, event.title],
          [pitchDay.factStarts, <When key="at" at={event.startsAt} timeZone={call.timeZone} as="deadline" />],
          [pitchDay.factPlace, event.place],
          [pitchDay.factAddress, event.address],
          [pitchDay.factAccess, <Written key="access" text={event.accessNotes} />],
          [pitchDay.factPitch, say(language, pitchDay.minutes, { count: Math.round(event.pitchSeconds / 60) })],
          offer !== null && [
            comingDesk.factQuestions,
            say(language, pitchDay.minutes, { count: offer.questionSeconds / 60 }),
          ],
          offer !== null && [comingDesk.factPlaces, offer.places ?? comingDesk.noLimit],
          [pitchDay.factTie, event.tieSource],
        ]}
      />
      <p className="row">
        <ButtonLink look="second" to={paths.staffComing({ callId: call.id })}>
          {comingDesk.open}
        </ButtonLink>
        <ButtonLink look="second" to={paths.staffRoll({ callId: call.id })}>
          {words.rollDesk.open}
        </ButtonLink>
        <ButtonLink look="link" to={paths.staffPitchDayPlan({ callId: call.id })}>
          {pitchDay.deskChangePlan}
        </ButtonLink>
      </p>
    </>
  );
}
