import type { Id } from '#app/kernel/id.ts';
import { formerNamesOf, peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { type ApplicationHead, applicationHeads } from '../../application/queries/application-card.server.ts';
import { insidersOf } from '../../application/queries/team.server.ts';
import { type KnownNames, maskNames, mayLeaveNames } from '../rules/masking.ts';
import { copiesOf } from '../store/blind-copies.server.ts';

/** Parts of an application that are not the answer to a question. */
export type BlindPart = 'title' | 'oneLine' | Id | `spoken:${Id}`;

/** An application as it reads while names are hidden. */
export type BlindCopy = {
  /** Which version of what staff wrote is in force; 0 where nobody has written anything. */
  readonly version: number;
  /** What stands for each thing that is hidden, in its language. */
  readonly mask: string;
  /** The copy that somebody wrote of a part; null where nobody has. */
  written(part: BlindPart): string | null;
  /** Of the title and the line below it: that copy, or the group's own words without the names that are known. */
  readonly title: string;
  readonly oneLine: string;
  /** Own words without the names that are known. */
  masked(own: string): string;
  /** Whether a name may still stand in them then, so that somebody should read them. */
  mayName(own: string): boolean;
};

/** How these applications read while names are hidden: six queries however many. The caller has checked who asks. */
export function blindCopies(context: Context, applicationIds: readonly Id[]): ReadonlyMap<Id, BlindCopy> {
  const heads = applicationHeads(context, applicationIds);
  const insiders = insidersOf(context, applicationIds);
  const ids = [...new Set([...insiders.values()].flatMap((people) => [...people]))];
  const [people, former] = [peopleById(context, ids), formerNamesOf(context, ids)];
  const written = new Map(copiesOf(context.db, applicationIds).map((row) => [row.applicationId, row]));
  return new Map(
    [...heads.values()].map((head) => {
      const team = [...(insiders.get(head.id) ?? [])];
      const names = {
        people: team.flatMap((id) => [people.get(id)?.name ?? '', ...(former.get(id) ?? [])]),
        groups: [head.groupName, head.publicName, head.hostName],
      };
      const copy = written.get(head.id);
      const texts = new Map(Object.entries(copy?.texts ?? {}));
      return [head.id, { version: copy?.version ?? 0, ...blindCopy(head, names, texts) }];
    }),
  );
}

function blindCopy(
  head: ApplicationHead,
  names: KnownNames,
  texts: ReadonlyMap<string, string>,
): Omit<BlindCopy, 'version'> {
  const { mask } = wordsIn(head.language).words.panelReview;
  const masked = (own: string) => maskNames(own, names, mask);
  return {
    mask,
    masked,
    mayName: (own) => mayLeaveNames(own, names, head.language),
    written: (part) => texts.get(part) ?? null,
    // A title that was the name of the group and nothing else: its reference tells it from the others.
    title: texts.get('title') ?? (masked(head.title).trim() === mask ? head.reference : masked(head.title)),
    oneLine: texts.get('oneLine') ?? masked(head.oneLine),
  };
}
