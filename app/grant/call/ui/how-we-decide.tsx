import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallDraft } from '../rules/draft.ts';
import { shareInWords } from './shares.ts';

type Decision = Pick<
  CallDraft,
  | 'participantShareMinPercent'
  | 'hasPitchDay'
  | 'panelWeightPercent'
  | 'publicWeightPercent'
  | 'minimumSupportPercent'
  | 'choicesMax'
  | 'choicesRanked'
  | 'roomPotMinor'
  | 'judgesMin'
  | 'currency'
  | 'tieRule'
>;

/** Who decides and by which rule, in sentences and as a bar that shows the two shares. */
export function HowWeDecide(props: { decision: Decision; partnerName: string }) {
  const { words, language, money } = useWords();
  const { decision } = props;
  const share = decision.participantShareMinPercent;
  const hasVote = decision.publicWeightPercent > 0 || decision.roomPotMinor > 0;
  return (
    <>
      <ul className="ticks">
        <li>{say(language, words.call.whoDecides, { partner: props.partnerName })}</li>
        <li>{words.call.howPanel}</li>
        {share === 100 && <li>{words.call.howShareAll}</li>}
        {share > 0 && share < 100 && (
          <li>{say(language, words.call.howShare, { share: shareInWords(words, language, share) })}</li>
        )}
        {decision.hasPitchDay && (
          <li>
            {words.call.howPitch} {say(language, words.call.howChoices, { count: decision.choicesMax })}
            {decision.choicesRanked && ` ${words.call.howRanked}`}
          </li>
        )}
        {decision.roomPotMinor > 0 && (
          <li>
            {say(language, words.call.howRoomPot, { amount: money(decision.roomPotMinor, decision.currency) })}{' '}
            {words.call.howRoomShares}
          </li>
        )}
        {decision.judgesMin > 0 && (
          <li>
            {say(language, words.judging.callJudges, { count: decision.judgesMin })} {words.judging.callInstead}
          </li>
        )}
        {hasVote && decision.minimumSupportPercent > 0 && (
          <li>{say(language, words.call.howSupport, { percent: decision.minimumSupportPercent })}</li>
        )}
        <li>{words.call.howReason}</li>
      </ul>
      <div className="card rule">
        <h3>{words.call.ruleTitle}</h3>
        {decision.roomPotMinor > 0 && <p>{words.call.ruleRest}</p>}
        <p>
          <strong>{ruleSentence(words, language, decision)}</strong>
        </p>
        {decision.choicesRanked && decision.publicWeightPercent > 0 && <p>{words.rankedVote.points}</p>}
        <RuleBar decision={decision} />
        <p>{words.call.tieRules[decision.tieRule]}</p>
      </div>
    </>
  );
}

function ruleSentence(words: ReturnType<typeof useWords>['words'], language: string, decision: Decision): string {
  const { panelWeightPercent: panel, publicWeightPercent: vote } = decision;
  if (vote === 0) return words.call.rulePanel;
  if (panel === 0) return words.call.rulePublic;
  return say(language, words.call.ruleBoth, { panel, public: vote });
}

function RuleBar({ decision }: { decision: Decision }) {
  const { words, language } = useWords();
  const { panelWeightPercent: panel, publicWeightPercent: vote } = decision;
  if (panel === 0 || vote === 0) return null;
  return (
    <div className="rule-bar">
      <svg
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        role="img"
        aria-label={say(language, words.call.ruleBar, { panel, public: vote })}
      >
        <rect className="panel-part" width={panel} height="10" />
        <rect className="vote-part" x={panel} width={vote} height="10" />
      </svg>
      <p className="row apart" aria-hidden="true">
        <span>
          <span className="dot panel-part" /> {words.call.rulePanelName} {panel}
        </span>
        <span>
          <span className="dot vote-part" /> {words.call.rulePublicName} {vote}
        </span>
      </p>
    </div>
  );
}
