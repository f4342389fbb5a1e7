import type { ReactNode } from 'react';
import type { Instant } from '#app/kernel/instant.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { ChangedText, type ShownStretch } from './changed-text.tsx';

/** Beside an answer that was sent again: that it changed, why, and, folded away, how. */
export function ChangedPart(props: {
  /** The name of the part, where it does not stand above. */
  label?: string;
  sentAt: Instant;
  timeZone: string;
  reason: string;
  lang: string;
  /** How it differs; or, for what is no text, both values. */
  change: { readonly stretches: readonly ShownStretch[] } | { readonly first: string; readonly now: string };
  /** Its words are as they were: something was recorded anew. */
  isOnlyRecorded?: boolean;
  /** The recordings that stood here before. */
  children?: ReactNode;
}) {
  const { words, language, deadline } = useWords();
  const text = words.reopening;
  const { change } = props;
  return (
    <div className="notice plain changed-part">
      <p>
        {props.label !== undefined && <strong>{`${props.label}: `}</strong>}
        <strong>{say(language, text.changedTitle, { when: deadline(props.sentAt, props.timeZone) })}</strong>
      </p>
      <details>
        <summary>{text.changedShow}</summary>
        <p>{say(language, text.changedWhy, { reason: props.reason })}</p>
        {props.isOnlyRecorded ? (
          <p>{text.changedRecording}</p>
        ) : 'stretches' in change ? (
          <>
            <p className="soft">{text.changedKey}</p>
            <ChangedText stretches={change.stretches} lang={props.lang} />
          </>
        ) : (
          <p>{say(language, text.changedFrom, change)}</p>
        )}
        {props.children}
      </details>
    </div>
  );
}
