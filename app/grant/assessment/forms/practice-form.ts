import { z } from 'zod';
import { say } from '#app/words/say.ts';
import { inEachLanguage } from '#app/words/use-words.ts';
import { CANNOT_JUDGE } from '../forms.ts';
import { PRACTICE_CRITERIA, type PracticeScores } from '../rules/practice.ts';

/** The sheet on a made-up application: one answer for each criterion. */
export const practiceForm = inEachLanguage(({ words, language }) => {
  const text = words.panelPractice;
  const answer = (criterion: (typeof PRACTICE_CRITERIA)[number]) =>
    z
      .enum(
        ['1', '2', '3', '4', '5', CANNOT_JUDGE],
        say(language, text.scoreMissing, { criterion: text.criteria[criterion].name }),
      )
      .transform((chosen) => (chosen === CANNOT_JUDGE ? null : Number(chosen)));
  const [need, led, plan, change] = PRACTICE_CRITERIA;
  return z
    .object({ need: answer(need), led: answer(led), plan: answer(plan), change: answer(change) })
    .transform((scores): PracticeScores => scores);
});
