import { Hidden, TextArea, TextField, Tick } from '#app/ui/fields.tsx';
import { useWords } from '#app/words/use-words.ts';
import { CallLanguage } from './call-language.tsx';
import { Amount, Group, Whole } from './fact-field.tsx';
import type { factsValues } from './facts-values.ts';

/** What never changes after publishing goes along unseen: the form is the same, and the rule judges it. */
const STAYS = [
  'strand',
  'slug',
  'currency',
  'timeZone',
  'participantShareMinPercent',
  'panelWeightPercent',
  'publicWeightPercent',
  'minimumSupportPercent',
  'choicesMax',
  'roomPotMinor',
  'judgesMin',
  'tieRule',
] as const;
const STAYS_TICKED = ['hasPitchDay', 'choicesRanked', 'invitationOnly'] as const;

/** The facts of a published call that may still change. */
export function ChangingFactsFields(props: { values: ReturnType<typeof factsValues>; hasOpened: boolean }) {
  const { callDesk: text } = useWords().words;
  const { values, hasOpened } = props;
  return (
    <>
      {STAYS.map((name) => (
        <Hidden key={name} name={name} value={values[name]} />
      ))}
      {STAYS_TICKED.map((name) => values[name] && <Hidden key={name} name={name} value="on" />)}
      <Group title={text.groupWhat}>
        <CallLanguage />
        <TextField name="title" label={text.title} maxLength={120} />
        <TextArea name="summary" rows={2} label={text.summary} />
        <TextArea name="about" rows={7} label={text.about} hint={text.aboutHint} />
        <TextArea name="whoCanApply" rows={4} label={text.whoCanApply} hint={text.linesHint} />
        <TextArea name="support" rows={4} label={text.supportOffered} hint={text.linesHint} />
        <TextArea name="themes" rows={4} label={text.themesList} hint={text.themesHint} />
      </Group>
      <Group title={text.groupMoney}>
        <Amount name="potMinor" label={text.pot} />
        <Amount name="awardMaxMinor" label={text.awardMax} />
        <Whole name="awardsPlanned" label={text.awardsPlanned} />
      </Group>
      <Group title={text.groupWhen}>
        {hasOpened ? (
          <Hidden name="opensAt" value={values.opensAt} />
        ) : (
          <TextField name="opensAt" type="datetime-local" dir="ltr" short label={text.opens} />
        )}
        <TextField name="closesAt" type="datetime-local" dir="ltr" short label={text.closes} hint={text.closesHint} />
      </Group>
      <Group title={text.groupAnswers}>
        {values.videoAllowed ? (
          <Hidden name="videoAllowed" value="on" />
        ) : (
          <Tick name="videoAllowed" label={text.videoAllowed} hint={text.videoAllowedHint} />
        )}
        <Whole name="videoSecondsMax" label={text.videoSecondsMax} hint={text.videoSecondsHint} />
      </Group>
    </>
  );
}
