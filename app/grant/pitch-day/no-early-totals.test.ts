import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessions } from '#app/people/sessions.server.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { keepCheckpoints } from './commands/keep-checkpoints.server.ts';
import { castAll, type PitchEvening, pollIdOf, reveal, withOpenVote } from './pitch-evening.testing.ts';
import { loader as board } from './routes/board.tsx';
import { loader as boardFile } from './routes/board-file.tsx';
import { loader as booth } from './routes/booth.tsx';
import { loader as boothEvents } from './routes/booth-events.tsx';
import { loader as signUp } from './routes/sign-up.tsx';
import { loader as stage } from './routes/stage.tsx';
import { loader as stageEvents } from './routes/stage-events.tsx';
import { loader as straw } from './routes/straw.tsx';
import { loader as vote } from './routes/vote.tsx';
import { voteByMail, voteByStraw } from './stock.testing.ts';

const openStreams = new Set<AbortController>();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  for (const stream of openStreams) stream.abort();
  openStreams.clear();
  vi.useRealTimers();
});

type Loader = (args: LoaderFunctionArgs) => unknown;

/** Everything that somebody who is not signed in can fetch about the vote, as text. */
async function publicAnswers(evening: PitchEvening): Promise<Record<string, string>> {
  const context = { portal: evening.world.as(null), sessions: createSessions(evening.world) };
  const pollId = pollIdOf(evening);
  const { eventId } = evening;
  const ask = async (load: Loader, path: string, params: Record<string, string>) => {
    const gone = new AbortController();
    openStreams.add(gone);
    const request = new Request(`http://localhost:3000${path}`, { signal: gone.signal });
    const answer = await Promise.resolve()
      .then(() => load({ request, params, context } as never))
      .catch((thrown: unknown) => thrown);
    if (!(answer instanceof Response)) return JSON.stringify(answer);
    const isStream = answer.headers.get('Content-Type')?.startsWith('text/event-stream');
    const text = isStream ? await firstEvent(answer) : await answer.text();
    return `${JSON.stringify([...answer.headers])} ${text}`;
  };
  return {
    vote: await ask(vote, '/vote', {}),
    booth: await ask(booth, `/vote/${pollId}`, { pollId }),
    signUp: await ask(signUp, `/vote/${pollId}/sign-up`, { pollId }),
    straw: await ask(straw, `/vote/${pollId}/straw`, { pollId }),
    boothEvents: await ask(boothEvents, `/vote/${pollId}/events`, { pollId }),
    stage: await ask(stage, `/stage/${eventId}`, { eventId }),
    stageEvents: await ask(stageEvents, `/stage/${eventId}/events`, { eventId }),
    board: await ask(board, `/board/${pollId}`, { pollId }),
    boardFile: await ask(boardFile, `/board/${pollId}.json`, { pollId }),
  };
}

async function firstEvent(answer: Response): Promise<string> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  return (await reader?.read())?.value ?? '';
}

/** What differs between two evenings for reasons that have nothing to do with the choices. */
function withoutChance(text: string): string {
  return (
    text
      .replace(/"options":\[\{"choice".*?\]/g, '')
      .replace(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'TRACKER')
      .replace(/[0-9a-f]{64,}/g, 'HASH')
      .replace(/[0-9a-hjkmnp-tv-z]{20}/g, 'ID')
      .replace(/"(?:etag|seal)":?,?"?[^\]]*\]/g, '')
      // The running order starts with that of the references, which are drawn.
      .replace(/Amina|Bilal|Chen|Dara/g, 'GROUP')
      .replace(/"costMinor":\d+/g, 'COST')
  );
}

const VOTES_FOR_ONE = Array.from({ length: 11 }, () => [1]);
const VOTES_FOR_ANOTHER = Array.from({ length: 11 }, () => [2, 3, 4]);

/** What those choose whose ballots decide nothing is nobody's business either. */
async function castBeside(evening: PitchEvening, choices: readonly number[]): Promise<void> {
  for (let voter = 0; voter < 3; voter += 1) {
    mustBe(await voteByMail(evening, `voter${voter}@people.example`, choices));
    mustBe(await voteByStraw(evening, choices));
  }
}

describe('before the reveal', () => {
  it.each(['open', 'closed'] as const)('every public answer is the same whoever is ahead: %s', async (state) => {
    const answers = [];
    for (const ballots of [VOTES_FOR_ONE, VOTES_FOR_ANOTHER]) {
      const evening = withOpenVote({}, 12, { C: 20, D: 20 });
      await castAll(evening, ballots);
      await castBeside(evening, ballots[0] ?? []);
      keepCheckpoints(evening.world.as(null));
      if (state === 'closed') mustBe(evening.press('close-vote'));
      answers.push(await publicAnswers(evening));
    }
    const [one, other] = answers;
    expect(one?.signUp).toContain('"standing"');
    expect(one?.straw).toContain('"standing"');
    for (const page of Object.keys(one ?? {})) {
      const [first, second] = [one?.[page] ?? '', other?.[page] ?? ''];
      expect(withoutChance(first), page).toBe(withoutChance(second));
      expect(first, page).not.toMatch(/approvals|"choices"/);
    }
  });

  it('would notice: after the reveal the answers differ', async () => {
    const shown = [];
    for (const ballots of [VOTES_FOR_ONE, VOTES_FOR_ANOTHER]) {
      const evening = withOpenVote();
      await castAll(evening, ballots);
      reveal(evening);
      shown.push(await publicAnswers(evening));
    }
    for (const page of ['stage', 'board', 'boardFile']) {
      expect(withoutChance(shown[0]?.[page] ?? '')).not.toBe(withoutChance(shown[1]?.[page] ?? ''));
    }
  });
});
