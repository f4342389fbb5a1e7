import { integer, text } from 'drizzle-orm/sqlite-core';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';

/** Columns that mean the same everywhere. Names are those of the TypeScript property, in snake case. */
export const id = (name: string) => text(name).$type<Id>();
export const instant = (name: string) => integer(name).$type<Instant>();
export const minor = (name: string) => integer(name).$type<Minor>();
export const currency = (name: string) => text(name).$type<Currency>();
export const flag = (name: string) => integer(name, { mode: 'boolean' });
export const json = <Shape>(name: string) => text(name, { mode: 'json' }).$type<Shape>();
