import type { TestWorld } from '#test/world/test-world.ts';
import { chooseRule } from './commands/choose-rule.server.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { openScoring } from './commands/open-scoring.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { USUAL_RULE } from './rules/panel-rule.ts';
import { closedCall, entries, must, seated } from './trial-panel.testing.ts';

const APPLICANTS = [
  'Amina',
  'Yusuf',
  'Hana',
  'Dilan',
  'Rosa',
  'Samuel',
  'Tomas',
  'Lin',
  'Omar',
  'Vera',
  'Zoya',
  'Idris',
];

/** Twelve applications for five places, all with the same score: Bo, whom nobody else scores with, gave each a three. */
export function tied(world: TestWorld, middle: 'lottery' | 'discussion' = 'lottery') {
  const round = closedCall(world, APPLICANTS, { awardsPlanned: 4 });
  must(chooseRule(world.as(round.grace), round.call.id, { ...USUAL_RULE, middle }, null));
  const bo = seated(world, round, 'Bo', 'participant');
  must(declareConflicts(world.as(bo), round.call.id, []));
  must(openScoring(world.as(round.grace), round.call.id));
  for (const applicationId of Object.values(round.applications)) {
    must(submitScores(world.as(bo), applicationId, entries(round.call, 3)));
  }
  must(closeScoring(world.as(round.grace), round.call.id));
  return { ...round, bo, daniel: world.person('Daniel') };
}
