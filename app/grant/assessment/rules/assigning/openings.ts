import type { Reviewer, ToReview } from './assignment-facts.ts';

const NOBODY: readonly number[] = [];

/**
 * Who could review what, minutes aside: whoever reads a language of it and is not tied to it. Applications and members
 * are places in lists. It holds what there is to know and no table of everybody against everything, which would grow
 * with the square of a panel.
 */
export class Openings {
  /** Of each application: one for all that are in the same languages. */
  private readonly readers: readonly Readers[];
  private readonly groups: readonly Readers[];
  /** Of each application: few, if any. */
  private readonly tied: (readonly number[])[];

  constructor(applications: readonly ToReview[], members: readonly Reviewer[]) {
    this.readers = readersOf(applications, members);
    this.groups = [...new Set(this.readers)];
    this.tied = applications.map(() => NOBODY);
  }

  tie(application: number, member: number): void {
    if (this.isTied(application, member)) return;
    this.tied[application] = [...this.tiedTo(application), member];
  }

  tiedTo(application: number): readonly number[] {
    return this.tied[application] as readonly number[];
  }

  isTied(application: number, member: number): boolean {
    const tied = this.tiedTo(application);
    return tied !== NOBODY && tied.includes(member);
  }

  isOpen(application: number, member: number): boolean {
    return this.reads(application, member) && !this.isTied(application, member);
  }

  /** How many could review it. */
  count(application: number): number {
    let { count } = this.readers[application] as Readers;
    for (const member of this.tiedTo(application)) count -= Number(this.reads(application, member));
    return count;
  }

  reads(application: number, member: number): boolean {
    return (this.readers[application] as Readers).can[member] === 1;
  }

  /** What a member reads of all applications: the same for two who read the same. */
  readingOf(member: number): string {
    return this.groups.map(({ can }) => can[member]).join('');
  }
}

type Readers = { readonly can: Uint8Array; readonly count: number };

/** Looked up once for all applications in the same languages. */
function readersOf(applications: readonly ToReview[], members: readonly Reviewer[]): Readers[] {
  const read = members.map((member) => new Set(member.reads));
  const known = new Map<string, Readers>();
  return applications.map(({ languages }) => {
    const key = languages.join(' ');
    const readers = known.get(key) ?? readersOfAny(languages, read);
    known.set(key, readers);
    return readers;
  });
}

function readersOfAny(languages: readonly string[], read: readonly ReadonlySet<string>[]): Readers {
  const can = Uint8Array.from(read, (theirs) => Number(languages.some((language) => theirs.has(language))));
  return { can, count: can.reduce((sum, one) => sum + one, 0) };
}
