import { describe, expect, it } from 'vitest';
import { urls } from '#app/routes.ts';
import { table } from './table/index.ts';

type Route = { readonly path?: string | undefined };

const patterns = (urls as readonly Route[]).map(({ path }) => `/${path ?? ''}`);
const rows = new Set(table.map(({ route }) => route));

describe('the access table', () => {
  it('says of every route who may', () => {
    expect(patterns.filter((pattern) => !rows.has(pattern))).toEqual([]);
  });

  it('says nothing of routes that do not exist', () => {
    expect([...rows].filter((route) => !patterns.includes(route))).toEqual([]);
  });
});
