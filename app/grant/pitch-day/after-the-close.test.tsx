import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '#app/kernel/hex.ts';
import { MINUTE } from '#app/kernel/instant.ts';
import { LanguageContext } from '#app/words/use-words.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { castVote } from './commands/cast-vote.server.ts';
import { handOutStraw } from './commands/hand-out-straw.server.ts';
import { countPaper } from './commands/settle-vote.server.ts';
import { castAll, phoneBallot, pollIdOf, throwDice, withOpenVote } from './pitch-evening.testing.ts';
import { boardPage } from './queries/board-page.server.ts';
import { controlView } from './queries/control-view.server.ts';
import { stageView } from './queries/stage-view.server.ts';
import { showBallotCode } from './rules/ballot-code.ts';
import { leafOf } from './rules/leaf.ts';
import { BoardResult } from './ui/board-result.tsx';
import { StageScreen } from './ui/stage-screen.tsx';

function read(screen: ReactElement, language = 'en'): string {
  const markup = renderToStaticMarkup(<LanguageContext.Provider value={language}>{screen}</LanguageContext.Provider>);
  return markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

describe('between the close and the result', () => {
  it('the wall says how many ballots the words seal, and how many of them decide', async () => {
    const evening = withOpenVote({}, 12, { D: 10 });
    const pollId = pollIdOf(evening);
    await castAll(evening, [[1], [1, 2]]);
    const secret = mustBe(handOutStraw(evening.world.as(null), pollId, null));
    const sheet = phoneBallot(evening, 5, [2]);
    const body = sheet.body.replace('"level":"A"', '"level":"D"');
    const hash = fromHex(JSON.parse(body).manifestHash, 32) ?? new Uint8Array();
    const leaf = toHex(leafOf(pollId, hash, fromHex(sheet.r, 16) ?? new Uint8Array(), body));
    const token = showBallotCode({ secret, level: 'D' });
    mustBe(await castVote(evening.world.as(null), { ...sheet, token, body, leaf }));
    mustBe(evening.press('close-vote'));
    const stage = stageView(evening.world.as(null), evening.eventId);
    if (stage === null) throw new Error('the evening has a stage');
    const wall = (language: string) =>
      read(
        <StageScreen
          stage={{ ...stage, screen: 'closed' }}
          links={{ vote: 'https://x.example/vote', voteShort: 'x.example/vote', board: 'https://x.example/board' }}
          now={0}
          follow=""
        />,
        language,
      );
    expect(wall('en')).toContain('3 ballots are sealed by these words.');
    expect(wall('en')).toContain('2 of them decide.');
    expect(wall('ar')).toContain('تقرّر منها ورقتان.');
  });

  it('the facilitator is warned while nobody has counted the paper', async () => {
    const evening = withOpenVote();
    const grace = () => evening.world.as(evening.round.staff.Grace);
    const isUncounted = () => controlView(grace(), evening.eventId)?.isPaperUncounted;
    await castAll(evening, [[1]]);
    expect(isUncounted()).toBe(false);
    mustBe(evening.press('close-vote'));
    expect(isUncounted()).toBe(true);
    const count = { printed: 12, returned: 11, spoiled: 0, countedBy: 'Nahla', checkedBy: 'Abel' };
    mustBe(countPaper(grace(), evening.callId, count));
    expect(isUncounted()).toBe(false);
  });

  it('equal groups share a place, before the throw and after it', async () => {
    const evening = withOpenVote({ awardsPlanned: 2 });
    await castAll(evening, [[1], [1], [2], [3]]);
    mustBe(evening.press('close-vote'));
    evening.world.pass(MINUTE);
    mustBe(evening.press('reveal'));
    const places = () => {
      const board = boardPage(evening.world.as(null), pollIdOf(evening), null);
      if (board === null) throw new Error('the vote has a board');
      const rows = renderToStaticMarkup(<BoardResult board={board} />).match(/<tr[\s\S]*?<\/tr>/g) ?? [];
      return rows.slice(1).map((row) => /<td[^>]*>(?:<[^>]*>)*(\d+)/.exec(row)?.[1]);
    };
    expect(places()).toEqual(['1', '2', '2', '4']);
    throwDice(evening);
    expect(places()).toEqual(['1', '2', '2', '4']);
  });
});
