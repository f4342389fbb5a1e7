import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parseDecimal } from '#app/grant/assessment/rules/ranking/decimal.ts';
import type { CriterionScore } from '#app/grant/assessment/rules/ranking/scores.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

/** What a column may be called, in the files of panels we know. The first that is there counts. */
const NAMES = {
  application: ['application', 'proposal', 'entry'],
  reviewer: ['reviewer', 'assessor', 'judge'],
  score: ['score', 'num_grade'],
  criterion: ['criterion'],
  panel: ['panel'],
} as const;

export type ScoresRefusal = 'no-table' | 'columns-missing' | 'score-unreadable' | 'scored-twice' | 'two-panels';

/** @param panel  only its rows, and no panel effect; null for all */
export function readScores(path: string, panel: string | null): Outcome<CriterionScore[], ScoresRefusal> {
  let records: Record<string, string>[];
  try {
    records = parse(readFileSync(path, 'utf8'), { columns: true, bom: true, skip_empty_lines: true, trim: true });
  } catch {
    return refused('no-table');
  }
  const [first] = records;
  if (first === undefined) return refused('no-table');
  const column = (what: keyof typeof NAMES) => NAMES[what].find((name) => Object.hasOwn(first, name));
  const [application, reviewer, score] = [column('application'), column('reviewer'), column('score')];
  if (!application || !reviewer || !score) return refused('columns-missing');
  const [criterion, panels] = [column('criterion'), column('panel')];
  const scores: CriterionScore[] = [];
  const seen = new Set<string>();
  const panelOf = new Map<string, string>();
  for (const record of records) {
    const ofPanel = panels === undefined ? '' : (record[panels] ?? '');
    if (panel !== null && ofPanel !== panel) continue;
    const value = parseDecimal(record[score] ?? '');
    if (value === null) return refused('score-unreadable');
    const row = {
      application: record[application] ?? '',
      reviewer: record[reviewer] ?? '',
      criterion: criterion === undefined ? '' : (record[criterion] ?? ''),
      score: value,
      panel: ofPanel,
    };
    const key = JSON.stringify([row.application, row.reviewer, row.criterion]);
    if (seen.has(key)) return refused('scored-twice');
    if ((panelOf.get(row.application) ?? ofPanel) !== ofPanel) return refused('two-panels');
    seen.add(key);
    panelOf.set(row.application, ofPanel);
    scores.push(row);
  }
  return scores.length === 0 ? refused('no-table') : done(scores);
}
