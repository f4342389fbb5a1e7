import type { Id } from '#app/kernel/id.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promisesById } from '#app/platform/promises-about.server.ts';
import { findReading } from '../store/draft-feedback.server.ts';
import { findHelpQuestion } from '../store/help.server.ts';
import { findWritersAmong } from '../store/staff-entry.server.ts';
import { findApplications } from '../store.server.ts';

type Letter = {
  readonly id: Id;
  readonly promiseId: Id;
  readonly recipient: string;
  readonly applicationId: Id | null;
};

export type Withheld = {
  /** Which promise it came of: that says what kind of letter it is. */
  readonly kind: string;
  readonly reference: string;
};

/**
 * The letters among these whose words are none of the reader's business: those about an application that nobody has
 * sent, unless the reader wrote what they say, wrote the application down for somebody, or is who they went to. Of
 * those there is the reference, which staff know from the help desk; not who writes the draft. Three or four queries
 * for a whole page. The caller has checked who asks.
 */
export function withheldAmong(context: Context, letters: readonly Letter[]): ReadonlyMap<Id, Withheld> {
  const about = [...new Set(letters.flatMap(({ applicationId }) => applicationId ?? []))];
  const unsent = new Map(
    findApplications(context.db, about)
      .filter(({ submittedAt }) => submittedAt === null)
      .map(({ id, reference }) => [id, reference]),
  );
  if (unsent.size === 0) return new Map();
  const ofDrafts = letters.filter(({ applicationId }) => applicationId !== null && unsent.has(applicationId));
  const me = context.actor?.personId ?? '';
  const email = personById(context, me)?.email;
  const writers = findWritersAmong(context.db, [...unsent.keys()]);
  const mine = new Set(writers.filter(({ enteredBy }) => enteredBy === me).map(({ applicationId }) => applicationId));
  const promises = promisesById(
    context,
    ofDrafts.map(({ promiseId }) => promiseId),
  );
  return new Map(
    ofDrafts.flatMap(({ id, recipient, applicationId, promiseId }) => {
      const promised = promises.get(promiseId);
      const isTheirs = recipient === email || mine.has(applicationId ?? '');
      if (isTheirs || (promised !== undefined && authorOf(context, promised) === me)) return [];
      return [[id, { kind: promised?.kind ?? '', reference: unsent.get(applicationId ?? '') ?? '' }] as const];
    }),
  );
}

/** Which member of staff wrote what a letter says; null where the portal wrote it by itself. */
function authorOf(context: Context, promised: { readonly kind: string; readonly subjectId: Id }): Id | null {
  switch (promised.kind) {
    case 'help-question-answered':
      return findHelpQuestion(context.db, promised.subjectId)?.answeredBy ?? null;
    case 'draft-commented':
      return findReading(context.db, promised.subjectId)?.answeredBy ?? null;
    default:
      return null;
  }
}
