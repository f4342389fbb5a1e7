import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ENV_NAMES, readEnv } from '#app/platform/env.server.ts';
import { PROJECT } from './planted-tree.ts';
import { isFolder, textOf } from './sources.ts';

const readme = textOf('README.md');
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

/** A row of a Markdown table whose first cell is code. */
const rows = [...readme.matchAll(/^\| `([^`]+)` \|([^|]*)\|/gm)].map(([, name = '', value = '']) => ({ name, value }));

describe('the README', () => {
  const commands = [...readme.matchAll(/(?:`|^)npm (?:run )?(?:-s )?([a-z][a-z:-]*)/gm)].map(([, name = '']) => name);

  it('names commands that exist', () => {
    expect([...new Set(commands)].filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names every command that exists', () => {
    expect(Object.keys(scripts).filter((name) => !commands.includes(name))).toEqual([]);
  });

  it('names commands whose script is there', () => {
    const files = [...textOf('scripts/run.mjs').matchAll(/'(scripts\/[^']+)'/g)].map(([, file = '']) => file);
    expect(files).not.toEqual([]);
    expect(files.filter((file) => !existsSync(join(PROJECT, file)))).toEqual([]);
  });

  it('opens with two commands', () => {
    expect(readme).toMatch(/## Two commands\n\n```sh\nnpm run demo\nnpm test\n```/);
  });

  it('lists every setting, and no other', () => {
    const settings = rows.map(({ name }) => name).filter((name) => /^[A-Z0-9_]+$/.test(name));
    expect(settings).toEqual(ENV_NAMES);
  });

  it('gives every setting its true default', () => {
    const given = rows.filter(({ name, value }) => /^[A-Z0-9_]+$/.test(name) && value.includes('`'));
    const asWritten = Object.fromEntries(given.map(({ name, value }) => [name, value.replaceAll('`', '').trim()]));
    expect(readEnv(asWritten)).toEqual(readEnv({}));
  });

  it('has every picture it shows', () => {
    const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path = '']) => path);
    expect(pictures.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
  });

  it('draws a map of what is there', () => {
    const drawn = drawnPaths();
    expect(drawn.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
    const mapped = ['app', 'app/grant', 'db', 'test'].flatMap((folder) =>
      readdirSync(join(PROJECT, folder)).map((entry) => `${folder}/${entry}`),
    );
    const unmapped = mapped.filter((path) => isFolder(path) && !isEmpty(path) && !drawn.includes(path));
    expect(unmapped).toEqual([]);
  });
});

/** The map's lines, each as a path from the root: two spaces lead one folder down. */
function drawnPaths(): string[] {
  const map = /```\n(app\/\n[\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const above: string[] = [];
  return map
    .trimEnd()
    .split('\n')
    .map((line) => {
      const depth = (line.length - line.trimStart().length) / 2;
      const [name = ''] = line.trim().split(/\s/);
      above.length = depth;
      above.push(name.replace(/\/$/, ''));
      return above.join('/');
    });
}

const isEmpty = (folder: string) => readdirSync(join(PROJECT, folder)).length === 0;

describe('.env.example', () => {
  const example = textOf('.env.example');

  it('lists every setting in order, and no other', () => {
    expect([...example.matchAll(/^#([A-Z0-9_]+)=/gm)].map(([, name]) => name)).toEqual(ENV_NAMES);
  });

  it('says what each is for in the line above', () => {
    expect([...example.matchAll(/^# \S.*\.\n#[A-Z0-9_]+=/gm)]).toHaveLength(ENV_NAMES.length);
  });

  it('shows what holds anyway', () => {
    expect(readEnv(parseEnv(example.replaceAll(/^#(?=[A-Z0-9_]+=)/gm, '')))).toEqual(readEnv({}));
  });
});

describe('DECISIONS.md', () => {
  const entries = textOf('DECISIONS.md').split(/^## /m).slice(1);

  it('numbers its entries from 1 without a gap', () => {
    expect(entries.map((entry) => Number.parseInt(entry, 10))).toEqual(entries.map((_, place) => place + 1));
  });

  it('gives each its context, choice and consequence in fifteen lines', () => {
    const parts = ['**Context.**', '**Choice.**', '**Consequence.**'];
    const odd = entries.filter(
      (entry) => !parts.every((part) => entry.includes(part)) || entry.trimEnd().split('\n').length > 15,
    );
    expect(odd).toEqual([]);
  });
});
