import type { Id } from '#app/kernel/id.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findHelpersAmong } from '../store/help.server.ts';
import { findWritersAmong } from '../store/staff-entry.server.ts';

/** Who had a hand in an application besides its group. */
export type HandsOn = {
  /** Who wrote it down for somebody; null when its group wrote it. */
  readonly writtenBy: string | null;
  /** Everybody else who helped, by name. */
  readonly helpedBy: readonly string[];
};

/**
 * Who wrote these applications down and who helped with them, for whoever judges them: four queries, however many
 * there are. An application that nobody helped with is not among them. The caller has checked who asks.
 */
export function whoHelped(context: Pick<Context, 'db'>, applicationIds: readonly Id[]): ReadonlyMap<Id, HandsOn> {
  const writers = new Map(
    findWritersAmong(context.db, applicationIds).map(({ applicationId, enteredBy }) => [applicationId, enteredBy]),
  );
  const helpers = Map.groupBy(findHelpersAmong(context.db, applicationIds), ({ applicationId }) => applicationId);
  const people = peopleById(context, [
    ...new Set([...writers.values(), ...[...helpers.values()].flat().map(({ by }) => by)]),
  ]);
  const nameOf = (personId: Id) => people.get(personId)?.name ?? '';
  const helped = [...new Set([...writers.keys(), ...helpers.keys()])];
  return new Map(
    helped.map((applicationId) => {
      const writer = writers.get(applicationId);
      const others = new Set((helpers.get(applicationId) ?? []).map(({ by }) => by).filter((by) => by !== writer));
      return [
        applicationId,
        {
          writtenBy: writer === undefined ? null : nameOf(writer),
          helpedBy: [...others].map(nameOf).toSorted((one, other) => one.localeCompare(other, 'en')),
        },
      ];
    }),
  );
}
