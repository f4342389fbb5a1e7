import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { PROJECT } from './planted-tree.ts';

/** @returns paths from the project's root of every file under these folders, in order */
export function filesUnder(...folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(PROJECT, join(entry.parentPath, entry.name)))
    .toSorted();
}

export function textOf(path: string): string {
  return readFileSync(join(PROJECT, path), 'utf8');
}

export function linesIn(path: string): number {
  return textOf(path).trimEnd().split('\n').length;
}

export function isFolder(path: string): boolean {
  return statSync(join(PROJECT, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export const isTest = (path: string): boolean => /\.(?:test|testing)\.tsx?$/.test(path);

export type Exported = { readonly name: string; readonly isFunction: boolean; readonly hasDocstring: boolean };

/** What a file exports by declaring it. */
export function exportsOf(path: string): Exported[] {
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(isExportKeyword);
    if (!isExported) return [];
    const hasDocstring = ts.getJSDocCommentsAndTags(statement).length > 0;
    if (ts.isFunctionDeclaration(statement)) {
      return [{ name: statement.name?.text ?? 'default', isFunction: true, hasDocstring }];
    }
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map((declared) => ({
        name: declared.name.getText(source),
        isFunction: declared.initializer !== undefined && ts.isArrowFunction(declared.initializer),
        hasDocstring,
      }));
    }
    const named = ts.isTypeAliasDeclaration(statement) || ts.isClassDeclaration(statement);
    return named && statement.name ? [{ name: statement.name.text, isFunction: false, hasDocstring }] : [];
  });
}

const isExportKeyword = (modifier: ts.Modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword;
