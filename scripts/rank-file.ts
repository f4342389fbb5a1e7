import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parseDecimal } from '#app/grant/assessment/rules/ranking/decimal.ts';
import type { CriterionScore } from '#app/grant/assessment/rules/ranking/scores.ts';

/** What a column may be called, in the files of panels we know. The first that is there counts. */
const NAMES = {
  application: ['application', 'proposal', 'entry'],
  reviewer: ['reviewer', 'assessor', 'judge'],
  score: ['score', 'num_grade'],
  criterion: ['criterion'],
  panel: ['panel'],
} as const;

export type ScoresFault =
  | 'no-table'
  | 'columns-missing'
  | 'name-missing'
  | 'score-unreadable'
  | 'scored-twice'
  | 'two-panels';

/** What cannot be read, and in which line of the file where it is one. */
export type ScoresRead =
  | { readonly ok: true; readonly scores: readonly CriterionScore[] }
  | { readonly ok: false; readonly fault: ScoresFault; readonly line: number | null };

type Row = { readonly record: Record<string, string>; readonly info: { readonly lines: number } };

/** @param panel  only its rows, and no panel effect; null for all */
export function readScores(path: string, panel: string | null): ScoresRead {
  let rows: Row[];
  try {
    rows = parse(readFileSync(path, 'utf8'), {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    });
  } catch {
    return { ok: false, fault: 'no-table', line: null };
  }
  const column = columnsOf(rows[0]?.record ?? {});
  if (rows.length === 0) return { ok: false, fault: 'no-table', line: null };
  if (!column.application || !column.reviewer || !column.score) return { ok: false, fault: 'columns-missing', line: 1 };
  const scores: CriterionScore[] = [];
  const seen = new Set<string>();
  const panelOf = new Map<string, string>();
  for (const { record, info } of rows) {
    const of = (name: string | undefined) => (name === undefined ? '' : (record[name] ?? ''));
    const ofPanel = of(column.panel);
    if (panel !== null && ofPanel !== panel) continue;
    const [application, reviewer, criterion] = [of(column.application), of(column.reviewer), of(column.criterion)];
    const score = parseDecimal(of(column.score));
    const key = JSON.stringify([application, reviewer, criterion]);
    const faults: readonly [ScoresFault, boolean][] = [
      ['name-missing', application === '' || reviewer === ''],
      ['score-unreadable', score === null],
      ['scored-twice', seen.has(key)],
      ['two-panels', (panelOf.get(application) ?? ofPanel) !== ofPanel],
    ];
    const fault = faults.find(([, holds]) => holds)?.[0];
    if (fault !== undefined || score === null)
      return { ok: false, fault: fault ?? 'score-unreadable', line: info.lines };
    seen.add(key);
    panelOf.set(application, ofPanel);
    scores.push({ application, reviewer, criterion, score, panel: ofPanel });
  }
  return scores.length === 0 ? { ok: false, fault: 'no-table', line: null } : { ok: true, scores };
}

function columnsOf(record: Record<string, string>) {
  const called = (what: keyof typeof NAMES) => NAMES[what].find((name) => Object.hasOwn(record, name));
  return {
    application: called('application'),
    reviewer: called('reviewer'),
    score: called('score'),
    criterion: called('criterion'),
    panel: called('panel'),
  };
}
