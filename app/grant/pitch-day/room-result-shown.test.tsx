import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LanguageContext, wordsIn } from '#app/words/use-words.ts';
import { type PitchEvening, pollIdOf, throwDice, withSheets } from './pitch-evening.testing.ts';
import { boardPage } from './queries/board-page.server.ts';
import { deskOf } from './queries/desk.server.ts';
import { stageView } from './queries/stage-view.server.ts';
import { roomEvening, roomEveningOf } from './room-evening.testing.ts';
import { BoardResult } from './ui/board-result.tsx';
import { DeskPaper } from './ui/desk-paper.tsx';
import { StageScreen } from './ui/stage-screen.tsx';

const { roomShares, pitchDay } = wordsIn('en').words;
const HALF = { minimumSupportPercent: 50 };

/** What is read, without marks around it. */
function read(screen: ReactElement, language = 'en'): string {
  const markup = renderToStaticMarkup(<LanguageContext.Provider value={language}>{screen}</LanguageContext.Provider>);
  return markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

function onStage({ world, eventId }: PitchEvening, language = 'en'): string {
  const stage = stageView(world.as(null), eventId);
  if (stage === null) throw new Error('the evening has a stage');
  return read(<StageScreen stage={stage} links={null} now={0} follow="" />, language);
}

function onBoard(hall: PitchEvening, language = 'en'): string {
  const board = boardPage(hall.world.as(null), pollIdOf(hall), null);
  if (board === null) throw new Error('the vote has a board');
  return read(<BoardResult board={board} />, language);
}

describe('what a room that shared out a pot reads', () => {
  it('is who was paid for and what is left', async () => {
    const hall = await roomEvening([6, 'Bilal', 'Dara'], [4, 'Dara', 'Chen']);
    expect(onStage(hall)).toContain('The room shared out £3,500.');
    expect(onStage(hall)).toContain('£500 is left.');
    expect(onStage(hall).match(/✓/g)).toHaveLength(2);
    expect(onBoard(hall).split(roomShares.paidFor)).toHaveLength(3);
    expect(onBoard(hall)).toContain('£500 of the pot is left.');
  });

  it('is not “paid for” where voters had the money and fewer than the call asks for chose it', async () => {
    const hall = await roomEveningOf(HALF, [6, 'Bilal'], [4, 'Dara']);
    const stage = onStage(hall);
    expect(stage.match(/✓/g)).toHaveLength(1);
    expect(stage).toContain('* Fewer than 50 in 100 voters chose it');
    // 3,500 less 2,000 for Bilal’s group; the 1,000 of Dara’s voters buy nothing.
    expect(stage).toContain('£1,500 is left.');
    const board = onBoard(hall);
    expect(board.split(roomShares.paidFor)).toHaveLength(2);
    expect(board).toContain(roomShares.belowSupport);
    expect(board).toContain('Fewer than 50 in 100 voters chose it');
    expect(board).toContain('£1,500 of the pot is left.');
    expect(onStage(hall, 'ar')).toContain('أقل من 50 من كل 100 ناخب');
    expect(onBoard(hall, 'ar')).toContain(wordsIn('ar').words.roomShares.belowSupport);
  });

  it('is nothing of money that was shared out while a tie is open', async () => {
    const hall = await roomEvening([5, 'Bilal', 'Chen'], [5, 'Amina']);
    const stage = onStage(hall);
    expect(stage).toContain(pitchDay.stageCounted);
    expect(stage).not.toContain(pitchDay.stageResult);
    expect(stage).toContain('The room shares out £3,500.');
    expect(stage).not.toContain('shared out');
    expect(stage).not.toContain('is left');
    expect(onBoard(hall)).toContain(roomShares.boardWaits);
    expect(onBoard(hall)).not.toContain(pitchDay.boardTieOpen);
    throwDice(hall);
    expect(onStage(hall)).toContain(pitchDay.stageResult);
    expect(onStage(hall)).toContain('shared out £3,500');
  });

  it('is that nobody won where no group had voters with enough together', async () => {
    const hall = await roomEveningOf({ roomPotMinor: 90_000 }, [6, 'Bilal'], [4, 'Dara']);
    const stage = onStage(hall);
    expect(stage).toContain('The room shares out £900.');
    expect(stage).not.toContain('shared out');
    expect(stage).toContain(roomShares.stageNobody);
    expect(stage).toContain('£900 is left.');
    expect(onBoard(hall)).toContain(roomShares.nobody);
    expect(onBoard(hall)).not.toContain(roomShares.paidFor);
  });

  it('divides nothing by nobody where nobody voted', async () => {
    const hall = await roomEvening();
    expect(onBoard(hall)).not.toContain('0 voters');
    expect(onBoard(hall)).toContain(roomShares.nobody);
    expect(onStage(hall)).toContain('£3,500 is left.');
  });
});

describe('the desk of a room that shares out a pot', () => {
  const onDesk = (roomPotMinor: number) => {
    const { world, round, callId } = withSheets({ roomPotMinor });
    const desk = deskOf(world.as(round.staff.Grace), callId);
    if (desk === null) throw new Error('Grace has a desk');
    return read(<DeskPaper desk={{ ...desk, now: 0 }} reply={undefined} />);
  };

  it('says how many groups ask for more than there is', () => {
    expect(onDesk(249_999)).toContain('The room shares out £2,499.99. 2 groups ask for more than that');
    expect(onDesk(250_000)).toContain('1 group asks for more than that');
    expect(onDesk(300_000)).not.toContain('more than that');
    expect(onDesk(0)).not.toContain('more than that');
  });
});
