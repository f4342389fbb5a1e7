import { paths } from '#app/paths.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallCard } from '../queries/calls-by-window.server.ts';
import { WindowTag } from './window-tag.tsx';

/** Calls as cards: how much, for what, until when. The whole card leads to the call. */
export function CallList(props: { calls: readonly CallCard[]; heading?: 'h2' | 'h3' }) {
  const { words, language, money } = useWords();
  const Heading = props.heading ?? 'h3';
  return (
    <ul className="grid wide">
      {props.calls.map((call) => (
        <li className="card door" key={call.slug}>
          <p className="row apart">
            <span className="soft">{call.partnerName}</span>
            {call.invitationOnly && <Tag>{words.entry.tag}</Tag>}
            <WindowTag window={call.window} daysLeft={call.daysLeft} />
          </p>
          <Heading>
            <a href={paths.call({ slug: call.slug })}>
              <CallText text={call.title} language={call.language} />
            </a>
          </Heading>
          <p>
            <CallText text={call.summary} language={call.language} />
          </p>
          <p className="amount">
            {say(language, words.call.upTo, { amount: money(call.awardMaxMinor, call.currency) })}{' '}
            <small>{words.call.forEach}</small>
          </p>
          <p className="soft">
            <CallMoment call={call} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function CallMoment({ call }: { call: CallCard }) {
  const { words, language, deadline } = useWords();
  const at = call.window === 'not-yet' ? call.opensAt : call.closesAt;
  const sentence = { 'not-yet': words.call.opensAt, open: words.call.closesAt, closed: words.call.closedAt }[
    call.window
  ];
  return (
    <time dateTime={new Date(at).toISOString()}>{say(language, sentence, { when: deadline(at, call.timeZone) })}</time>
  );
}
