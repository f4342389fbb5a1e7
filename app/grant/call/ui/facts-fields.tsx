import type { ReactNode } from 'react';
import { CURRENCIES } from '#app/kernel/money.ts';
import { Choices, Select, TextArea, TextField, Tick } from '#app/ui/fields.tsx';
import { useWords } from '#app/words/use-words.ts';
import { STRANDS } from '../rules/draft.ts';

/** Everything a manager says about a call, in five groups. */
export function FactsFields(props: { timeZones: readonly string[]; isCopy?: boolean }) {
  const { words } = useWords();
  return (
    <>
      <Group title={words.call.groupWhat}>
        <Choices
          type="radio"
          name="strand"
          label={words.call.strand}
          hint={props.isCopy ? words.copying.strandHint : words.call.strandHint}
          choices={STRANDS.map((strand) => ({ value: strand, label: words.call.strands[strand] }))}
        />
        <TextField name="title" label={words.call.title} hint={words.call.titleHint} maxLength={120} />
        <TextField name="slug" label={words.call.slug} hint={words.call.slugHint} dir="ltr" spellCheck={false} />
        <TextArea name="summary" rows={2} label={words.call.summary} hint={words.call.summaryHint} />
        <TextArea name="about" rows={7} label={words.call.about} hint={words.call.aboutHint} />
        <TextArea name="whoCanApply" rows={4} label={words.call.whoCanApply} hint={words.call.linesHint} />
        <TextArea name="support" rows={4} label={words.call.supportOffered} hint={words.call.linesHint} />
        <TextArea name="themes" rows={4} label={words.call.themesList} hint={words.call.themesHint} />
      </Group>
      <Group title={words.call.groupMoney}>
        <Select
          name="currency"
          short
          label={words.call.currency}
          choices={CURRENCIES.map((currency) => ({ value: currency, label: currency }))}
        />
        <Amount name="potMinor" label={words.call.pot} hint={words.call.potHint} />
        <Amount name="awardMaxMinor" label={words.call.awardMax} />
        <Whole name="awardsPlanned" label={words.call.awardsPlanned} />
      </Group>
      <Group title={words.call.groupWhen}>
        <TextField name="opensAt" type="datetime-local" dir="ltr" short label={words.call.opens} />
        <TextField
          name="closesAt"
          type="datetime-local"
          dir="ltr"
          short
          label={words.call.closes}
          hint={words.call.closesHint}
        />
        <Select
          name="timeZone"
          label={words.call.timeZone}
          hint={words.call.timeZoneHint}
          choices={props.timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
      </Group>
      <Group title={words.entry.factsGroup}>
        <Tick name="invitationOnly" label={words.entry.invitationOnly} hint={words.entry.invitationOnlyHint} />
      </Group>
      <Group title={words.call.groupAnswers}>
        <Tick name="videoAllowed" label={words.call.videoAllowed} hint={words.call.videoAllowedHint} />
        <Whole name="videoSecondsMax" label={words.call.videoSecondsMax} hint={words.call.videoSecondsHint} />
      </Group>
      <Group title={words.call.groupDecide}>
        <Whole
          name="participantShareMinPercent"
          label={words.call.participantShare}
          hint={words.call.participantShareHint}
        />
        <Tick name="hasPitchDay" label={words.call.hasPitchDay} />
        <Whole name="panelWeightPercent" label={words.call.panelWeight} />
        <Whole name="publicWeightPercent" label={words.call.publicWeight} hint={words.call.publicWeightHint} />
        <Whole name="minimumSupportPercent" label={words.call.minimumSupport} hint={words.call.minimumSupportHint} />
        <Whole name="choicesMax" label={words.call.choicesMax} />
        <Choices
          type="radio"
          name="tieRule"
          label={words.call.tieRule}
          choices={[
            { value: 'lot', label: words.call.tieRuleLot },
            { value: 'panel-score', label: words.call.tieRulePanel },
          ]}
        />
      </Group>
    </>
  );
}

function Group(props: { title: string; children: ReactNode }) {
  return (
    <section className="group">
      <h2>{props.title}</h2>
      <div>{props.children}</div>
    </section>
  );
}

function Whole(props: { name: string; label: string; hint?: string }) {
  return <TextField {...props} short inputMode="numeric" dir="ltr" />;
}

function Amount(props: { name: string; label: string; hint?: string }) {
  return <TextField {...props} short inputMode="decimal" dir="ltr" />;
}
