import { CURRENCIES } from '#app/kernel/money.ts';
import { Choices, Select, TextArea, TextField, Tick } from '#app/ui/fields.tsx';
import { useWords } from '#app/words/use-words.ts';
import { STRANDS } from '../rules/draft.ts';
import { CallLanguage } from './call-language.tsx';
import { Amount, Group, Whole } from './fact-field.tsx';

/** Everything a manager says about a call, in five groups. */
export function FactsFields(props: { timeZones: readonly string[]; isCopy?: boolean }) {
  const { words } = useWords();
  return (
    <>
      <Group title={words.callDesk.groupWhat}>
        <Choices
          type="radio"
          name="strand"
          label={words.callDesk.strand}
          hint={props.isCopy ? words.copying.strandHint : words.callDesk.strandHint}
          choices={STRANDS.map((strand) => ({ value: strand, label: words.call.strands[strand] }))}
        />
        <CallLanguage />
        <TextField name="title" label={words.callDesk.title} hint={words.callDesk.titleHint} maxLength={120} />
        <TextField
          name="slug"
          label={words.callDesk.slug}
          hint={words.callDesk.slugHint}
          dir="ltr"
          spellCheck={false}
        />
        <TextArea name="summary" rows={2} label={words.callDesk.summary} hint={words.callDesk.summaryHint} />
        <TextArea name="about" rows={7} label={words.callDesk.about} hint={words.callDesk.aboutHint} />
        <TextArea name="whoCanApply" rows={4} label={words.callDesk.whoCanApply} hint={words.callDesk.linesHint} />
        <TextArea name="support" rows={4} label={words.callDesk.supportOffered} hint={words.callDesk.linesHint} />
        <TextArea name="themes" rows={4} label={words.callDesk.themesList} hint={words.callDesk.themesHint} />
      </Group>
      <Group title={words.callDesk.groupMoney}>
        <Select
          name="currency"
          short
          label={words.callDesk.currency}
          choices={CURRENCIES.map((currency) => ({ value: currency, label: currency }))}
        />
        <Amount name="potMinor" label={words.callDesk.pot} hint={words.callDesk.potHint} />
        <Amount name="awardMaxMinor" label={words.callDesk.awardMax} />
        <Whole name="awardsPlanned" label={words.callDesk.awardsPlanned} />
      </Group>
      <Group title={words.callDesk.groupWhen}>
        <TextField name="opensAt" type="datetime-local" dir="ltr" short label={words.callDesk.opens} />
        <TextField
          name="closesAt"
          type="datetime-local"
          dir="ltr"
          short
          label={words.callDesk.closes}
          hint={words.callDesk.closesHint}
        />
        <Select
          name="timeZone"
          label={words.callDesk.timeZone}
          hint={words.callDesk.timeZoneHint}
          choices={props.timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
      </Group>
      <Group title={words.codesDesk.factsGroup}>
        <Tick name="invitationOnly" label={words.codesDesk.invitationOnly} hint={words.codesDesk.invitationOnlyHint} />
      </Group>
      <Group title={words.callDesk.groupAnswers}>
        <Tick name="videoAllowed" label={words.callDesk.videoAllowed} hint={words.callDesk.videoAllowedHint} />
        <Whole name="videoSecondsMax" label={words.callDesk.videoSecondsMax} hint={words.callDesk.videoSecondsHint} />
      </Group>
      <Group title={words.callDesk.groupDecide}>
        <Whole
          name="participantShareMinPercent"
          label={words.callDesk.participantShare}
          hint={words.callDesk.participantShareHint}
        />
        <Tick name="hasPitchDay" label={words.callDesk.hasPitchDay} />
        <Whole name="panelWeightPercent" label={words.callDesk.panelWeight} />
        <Whole name="publicWeightPercent" label={words.callDesk.publicWeight} hint={words.callDesk.publicWeightHint} />
        <Whole
          name="minimumSupportPercent"
          label={words.callDesk.minimumSupport}
          hint={words.callDesk.minimumSupportHint}
        />
        <Whole name="choicesMax" label={words.callDesk.choicesMax} />
        <Tick name="choicesRanked" label={words.callDesk.choicesRanked} hint={words.callDesk.choicesRankedHint} />
        <Amount name="roomPotMinor" label={words.callDesk.roomPot} hint={words.callDesk.roomPotHint} />
        <Whole name="judgesMin" label={words.callDesk.judgesMin} hint={words.callDesk.judgesMinHint} />
        <Choices
          type="radio"
          name="tieRule"
          label={words.callDesk.tieRule}
          choices={[
            { value: 'lot', label: words.callDesk.tieRuleLot },
            { value: 'panel-score', label: words.callDesk.tieRulePanel },
          ]}
        />
      </Group>
    </>
  );
}
