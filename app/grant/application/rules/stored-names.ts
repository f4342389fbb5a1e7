import type { Id } from '#app/kernel/id.ts';

/** A picture as it was drawn anew; the copy of a recording that everything plays; its sound alone; the picture that stands for it. */
export const STORED_PARTS = ['clean', 'copy', 'sound', 'poster'] as const;
export type StoredPart = (typeof STORED_PARTS)[number];

/** Under which name a part of what somebody sent is kept. */
export function storedName(mediaId: Id, part: StoredPart): string {
  return `${mediaId}-${part}`;
}

/** Every name that something of it may be kept under, its own first. */
export function namesOf(mediaId: Id): string[] {
  return [mediaId, ...STORED_PARTS.map((part) => storedName(mediaId, part))];
}

/** Whose a kept name is; ids are random and end in none of these by themselves. */
export function ownerOfName(name: string): Id {
  const part = STORED_PARTS.find((ending) => name.endsWith(`-${ending}`));
  return part === undefined ? name : name.slice(0, -part.length - 1);
}
