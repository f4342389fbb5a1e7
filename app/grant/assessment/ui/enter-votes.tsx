import { Hidden } from '#app/ui/fields.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MeetingDesk } from '../queries/meeting-desk.server.ts';
import { VOTES } from '../rules/meeting-votes.ts';

/** For members without a phone: the chair presses what each of them says aloud. */
export function EnterVotes({ open }: { open: NonNullable<MeetingDesk['open']> }) {
  const { words, language } = useWords();
  const { meetingDesk } = words;
  const { item, quorum, attendees, voting } = open;
  const waiting = attendees.filter(
    ({ isHere, standing, hasVoted, isEntered }) => isHere && standing === 'free' && (!hasVoted || isEntered),
  );
  // Once the room has seen the result, nothing is entered any more.
  if (item === null || !quorum.isMet || waiting.length === 0 || voting.isWhole) return null;
  return (
    <details id="enter-votes">
      <summary>{meetingDesk.enterTitle}</summary>
      <p>{meetingDesk.enterLead}</p>
      <ul className="plain-list">
        {waiting.map(({ memberId, name, isEntered }) => (
          <li key={memberId}>
            <form method="post" data-once>
              <fieldset className="field">
                <legend>
                  <bdi>{name}</bdi> {isEntered && <span className="soft">{meetingDesk.votedAloud}</span>}
                </legend>
                <Hidden name="intent" value="enter-vote" />
                <Hidden name="memberId" value={memberId} />
                <Hidden name="applicationId" value={item.applicationId} />
                <div className="row">
                  {VOTES.map((vote) => (
                    <button
                      key={vote}
                      id={`enter-${vote}-${memberId}`}
                      type="submit"
                      className="button second"
                      name="vote"
                      value={vote}
                      aria-label={say(language, meetingDesk.enterFor, { name, vote: meetingDesk.enterVotes[vote] })}
                    >
                      {meetingDesk.enterVotes[vote]}
                    </button>
                  ))}
                </div>
              </fieldset>
            </form>
          </li>
        ))}
      </ul>
    </details>
  );
}
