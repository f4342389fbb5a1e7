import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { LanguageContext, wordsIn } from '#app/words/use-words.ts';
import { decisionDesk } from '../award/queries/decision-desk.server.ts';
import { whatIfPage } from '../award/queries/what-if.server.ts';
import { ballotBoxOf } from './ballot-box/ballot-box-of.server.ts';
import { castPlainVote } from './commands/cast-plain-vote.server.ts';
import { castAll, type PitchEvening, pollIdOf, reveal, throwDice, withOpenVote } from './pitch-evening.testing.ts';
import { boardPage } from './queries/board-page.server.ts';
import { boothOf } from './queries/booth.server.ts';
import { deskOf } from './queries/desk.server.ts';
import { publicVoteOf } from './queries/public-vote.server.ts';
import { knownSeats } from './queries/shown-seats.server.ts';
import { stageView } from './queries/stage-view.server.ts';
import { action as pressBooth } from './routes/booth.tsx';
import { BallotPaper } from './ui/ballot-paper.tsx';
import { BoardResult } from './ui/board-result.tsx';
import { StageScreen } from './ui/stage-screen.tsx';

const RANKED = {
  choicesRanked: true,
  choicesMax: 3,
  awardsPlanned: 2,
  panelWeightPercent: 50,
  publicWeightPercent: 50,
};

/** Twelve voters elect two: the first on the paper has seven votes and needs five. */
const BALLOTS = [
  ...Array.from({ length: 5 }, () => [1, 2]),
  ...Array.from({ length: 2 }, () => [1, 3]),
  ...Array.from({ length: 2 }, () => [2]),
  ...Array.from({ length: 3 }, () => [3]),
];

async function rankedEvening(ballots = BALLOTS, changes = {}): Promise<PitchEvening> {
  const evening = withOpenVote({ ...RANKED, ...changes });
  await castAll(evening, ballots);
  reveal(evening);
  return evening;
}

/** Of the n-th on the ballot paper. */
const idOf = ({ world, round, callId }: PitchEvening, place: number): Id =>
  deskOf(world.as(round.staff.Grace), callId)?.pitches[place - 1]?.applicationId ?? '';

function read(screen: ReactElement, language = 'en'): string {
  const markup = renderToStaticMarkup(<LanguageContext.Provider value={language}>{screen}</LanguageContext.Provider>);
  return markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

describe('a vote in which groups are put in order', () => {
  it('promises it on the ballot paper', () => {
    const evening = withOpenVote(RANKED);
    const grace = evening.world.as(evening.round.staff.Grace);
    expect(deskOf(grace, evening.callId)?.poll).toMatchObject({ isRanked: true, seats: 2, maxChoices: 3 });
    const pollId = pollIdOf(evening);
    expect(boardPage(evening.world.as(null), pollId, null)).toMatchObject({ isRanked: true, seats: 2 });
    const booth = boothOf(evening.world.as(null), pollId);
    if (booth === null) throw new Error('an open vote has a booth');
    const paper = read(<BallotPaper booth={booth} reply={undefined} />, 'ar');
    expect(paper).toContain(wordsIn('ar').words.rankedVote.places[2]);
    expect(paper).not.toContain(wordsIn('ar').words.rankedVote.places[3]);
  });

  it('elects round by round, and the board and the wall say how', async () => {
    const evening = await rankedEvening();
    const pollId = pollIdOf(evening);
    const board = boardPage(evening.world.as(null), pollId, null);
    if (board === null) throw new Error('the vote has a board');
    const [first, second, third] = board.options.map(({ title }) => title);
    expect(board.result?.options.map(({ title, wins, approvals }) => [title, wins, approvals])).toEqual([
      [first, true, 7],
      [third, true, 5],
      [second, false, 7],
      [board.options[3]?.title, false, 0],
    ]);
    const text = read(<BoardResult board={board} />);
    expect(text).toContain('12 ballots put groups in order. 5 votes elect a group');
    expect(text).toContain(`${first} has more votes than it needs.`);
    expect(text).toContain(`${second} has the fewest votes and leaves.`);
    expect(text).toContain(`${first} is elected with 7.00 votes; 5 were needed.`);
    expect(text).toContain(`${third} is elected with 3.57 votes: no more groups were left than could be elected.`);
    expect(read(<BoardResult board={board} />, 'ar')).toMatch(new RegExp(`انتُخبت \\p{Cf}*${first}`, 'u'));
    const stage = stageView(evening.world.as(null), evening.eventId);
    if (stage === null) throw new Error('the evening has a stage');
    const wall = read(<StageScreen stage={stage} links={null} now={0} follow="" />);
    expect(wall).toContain('2 groups were elected.');
    expect(wall.match(/✓/g)).toHaveLength(2);
    expect(wall).toContain('on 7 ballots');
  });

  it('gives the points of the vote by what each earned of the votes that elect', async () => {
    const evening = await rankedEvening();
    // Two groups that are elected have equal points where the panel liked them alike.
    throwDice(evening);
    const grace = evening.world.as(evening.round.staff.Grace);
    const desk = decisionDesk(grace, evening.callId);
    expect(desk?.formula).toMatchObject({ choicesRanked: true, ballots: 12 });
    const points = Object.fromEntries((desk?.ranked ?? []).map((row) => [row.applicationId, row.publicPoints]));
    // Two votes and five times 0.28571 of the five that elect.
    expect([1, 2, 3, 4].map((place) => points[idOf(evening, place)])).toEqual(['50.00', '34.29', '50.00', '0.00']);
    expect(desk?.ranked.slice(0, 2).map(({ proposed }) => proposed)).toEqual(['awarded', 'awarded']);
    // Another rule counts the same ballots in the same way.
    const byVote = { panelPercent: 0, minimumSupportPercent: 0, awardsPlanned: 2 };
    const rows = whatIfPage(grace, evening.callId, byVote)?.rows;
    const other = rows?.find((row) => row.applicationId === idOf(evening, 2))?.other;
    expect(other).toMatchObject({ position: 3, points: '68.57' });
  });

  it('says nothing of anybody elected while a lot is open, and nobody decides before the throw', async () => {
    const evening = await rankedEvening([[1], [1], [2, 1], [3, 4], [4], [4]], { awardsPlanned: 1 });
    const grace = evening.world.as(evening.round.staff.Grace);
    expect(publicVoteOf(grace, evening.callId)?.earned).toBeNull();
    expect(knownSeats(ballotBoxOf(evening.world), pollIdOf(evening))).toBeNull();
    expect(boardPage(evening.world.as(null), pollIdOf(evening), null)?.result).toMatchObject({
      isTieOpen: true,
      elected: null,
    });
    expect(decisionDesk(grace, evening.callId)).toMatchObject({ readiness: 'throw-missing', ranked: [] });
    throwDice(evening);
    expect(decisionDesk(grace, evening.callId)?.readiness).toBe('ready');
    expect(knownSeats(ballotBoxOf(evening.world), pollIdOf(evening))?.shown.rounds.some(({ byLot }) => byLot)).toBe(
      true,
    );
  });
});

describe('the booth of such a vote, without scripts', () => {
  const typed = (evening: PitchEvening, ...choices: string[]) => {
    const form = new FormData();
    form.append('intent', 'check');
    form.append('token', evening.sheets[0] ?? '');
    for (const choice of choices) form.append('choice', choice);
    return form;
  };
  const press = async (evening: PitchEvening, form: FormData) => {
    const request = new Request('http://localhost:3000/', { method: 'POST', body: form });
    const context = { portal: evening.world.as(null) };
    return (await pressBooth({ request, params: { pollId: pollIdOf(evening) }, context } as never)) as never as {
      confirm?: { choices: number[] };
      data?: { errors: Record<string, string>; typed: Record<string, string[]> };
    };
  };

  it('keeps the order, and moves up what stands after an empty place', async () => {
    const evening = withOpenVote(RANKED);
    expect((await press(evening, typed(evening, '3', '1', ''))).confirm?.choices).toEqual([3, 1]);
    expect((await press(evening, typed(evening, '', '4', '2'))).confirm?.choices).toEqual([4, 2]);
  });

  it('says what to do about nobody, and about a group that is chosen twice, and keeps what was chosen', async () => {
    const evening = withOpenVote(RANKED);
    const { rankedVote, pitchDay } = wordsIn('en').words;
    expect((await press(evening, typed(evening, '', '', ''))).data?.errors.choice).toBe(pitchDay.boothNone);
    for (const strange of ['x', '1.5', '-1', '1e999'])
      expect((await press(evening, typed(evening, strange, '1'))).data?.errors.choice, strange).toBeTruthy();
    const twice = await press(evening, typed(evening, '2', '2', '1'));
    expect(twice.data?.errors.choice).toBe(rankedVote.twice);
    expect(twice.data?.typed.choice).toEqual(['2', '2', '1']);
  });

  it('casts the ballot in the order of the voter', async () => {
    const evening = withOpenVote(RANKED);
    const vote = { pollId: pollIdOf(evening), token: evening.sheets[0] ?? '', choices: [3, 1] };
    const words = ['lemon', 'bicycle'] as const;
    const cast = await castPlainVote(evening.world.as(null), { ...vote, serverRandom: '0'.repeat(32), words });
    expect(cast.ok).toBe(true);
    reveal(evening);
    const tracker = cast.ok ? cast.value.tracker : '';
    const sought = boardPage(evening.world.as(null), pollIdOf(evening), tracker)?.sought;
    const paper = boardPage(evening.world.as(null), pollIdOf(evening), null)?.options.map(({ title }) => title) ?? [];
    expect(sought?.chosen).toEqual([paper[2], paper[0]]);
  });
});

describe('what the database refuses of a call', () => {
  it.each([
    ['one choice to put in order', 'choices_max = 1'],
    ['six choices to put in order', 'choices_max = 6'],
    ['an order where the room shares out a pot', 'room_pot_minor = 1'],
  ])('%s', (_, set) => {
    const { world, callId } = withOpenVote(RANKED);
    const copy = () => {
      world.db.$client.exec('CREATE TEMP TABLE twin AS SELECT * FROM call');
      world.db.$client.exec(
        `UPDATE twin SET id = 'twin', slug = 'twin', state = 'draft', published_at = null WHERE id = '${callId}'`,
      );
      world.db.$client.exec(`UPDATE twin SET ${set} WHERE id = 'twin'`);
      world.db.$client.exec("INSERT INTO call SELECT * FROM twin WHERE id = 'twin'");
    };
    expect(copy).toThrow('voters put two to five choices in order');
  });
});
