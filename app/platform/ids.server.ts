import { randomBytes } from 'node:crypto';
import { crockford, type Id } from '#app/kernel/id.ts';

export function newId(): Id {
  return crockford(randomBytes(13), 20);
}
