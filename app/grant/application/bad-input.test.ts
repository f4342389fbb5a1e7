import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { keptWordsIn } from '#app/ui/kept-words.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { testWorld } from '#test/world/test-world.ts';
import { scratchFolder, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { inTeam } from '#test/world/trial-team.ts';
import { attachMedia } from './commands/attach-media.server.ts';
import { beginMedia } from './commands/begin-media.server.ts';
import { endMembership } from './commands/end-membership.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { myApplication } from './queries/my-application.server.ts';
import * as autosave from './routes/autosave.ts';
import * as comments from './routes/comments.tsx';
import * as details from './routes/details.tsx';
import * as help from './routes/help.tsx';
import * as question from './routes/question.tsx';
import * as safety from './routes/safety.tsx';
import * as spokenTexts from './routes/spoken-texts.tsx';
import * as translation from './routes/translation.tsx';

function office() {
  const world = testWorld({ DATA_DIR: scratchFolder() });
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const call = openCall(world, staff.Grace ?? '', partnerId);
  const amina = world.person('Amina');
  const applicationId = writtenDraft(world, amina, call);
  const asked = call.questions.find(({ byVideo, kind }) => byVideo && kind === 'text');
  const questionId = asked?.id ?? '';
  const written = () => myApplication(world.as(amina), applicationId)?.questions.find(({ id }) => id === questionId);
  return { world, call, amina, applicationId, questionId, wordsMax: asked?.wordsMax ?? 0, written };
}

describe('words of every script', () => {
  /** Vowel signs, an isolated run of another direction, joined emoji, marks beside and inside letters, an override. */
  const TEXT =
    'نَطْبُخُ \u2068with\u2069 👩🏽‍🍳👨‍👩‍👧🇸🇾 e\u0301\u00e9 Z\u0351\u036b g\u0308\u0323 \u202edef\u202c ሰላም 一起';

  type Route = { action(args: ActionFunctionArgs): unknown; loader(args: LoaderFunctionArgs): unknown };
  type Field = readonly [name: string, route: Route, form: Readonly<Record<string, string>>];
  const id = '7k3d7k3d7k3d7k3d7k3d';
  const arabic = { intent: 'write', language: 'ar', ofRevision: '1' };
  const FIELDS: readonly Field[] = [
    ...(['groupName', 'title', 'oneLine', 'city'] as const).map(
      (name): Field => [name, details, { language: 'en', [name]: TEXT }],
    ),
    ['an answer', question, { text: TEXT, intent: 'stay' }],
    ['a comment beside it', comments, { commentId: id, comment: TEXT }],
    ['a question to staff', help, { id, about: '', question: TEXT }],
    ['the public name', safety, { publicName: TEXT, contactWay: 'either' }],
    ['how to be reached', safety, { contactNote: TEXT, contactWay: 'either' }],
    ['who must not see it', safety, { intent: 'hide', kind: 'person', name: TEXT }],
    ['a translation', translation, { ...arabic, text: TEXT }],
    ['who translated', translation, { ...arabic, text: 'نطبخ', translator: TEXT }],
    ['a transcript', spokenTexts, { kind: 'transcript', language: 'en', text: TEXT }],
  ];

  it.each(FIELDS)('stay as they were typed in %s', async (_, route, form) => {
    const { world, amina, applicationId, questionId } = office();
    const film = { applicationId, questionId, filePath: 'db/story/clips/our-kitchen.mp4', fileName: 'film.mp4' };
    const sent = await attachMedia(world.as(amina), film);
    expect(sent).toMatchObject({ ok: true });
    const at = { applicationId, questionId };
    const typed = route === spokenTexts && sent.ok ? { ...form, mediaId: sent.value.mediaId } : form;
    const answer = await answerOf(() => route.action(asked(world, amina, at, typed)));
    expect([answer.status, answer.reply]).toEqual([303, null]);
    expect(JSON.stringify(await route.loader(asked(world, amina, at)))).toContain(JSON.stringify(TEXT).slice(1, -1));
  });
});

describe('far too many words', () => {
  it('are kept and marked while it is a draft, and refused only when it is sent', async () => {
    const { world, amina, applicationId, questionId, wordsMax, written } = office();
    expect([wordsMax > 0, wordsMax <= 300]).toEqual([true, true]);
    const text = 'kitchen '.repeat(5_000).trim();
    const form = { what: questionId, text, revision: String(written()?.revision) };
    const saved = (await autosave.action(asked(world, amina, { applicationId }, form))) as Response;
    expect([saved.status, (await saved.json()).state]).toEqual([200, 'saved']);
    expect([written()?.words, written()?.progress]).toEqual([5_000, 'too-long']);
    expect(submitApplication(world.as(amina), applicationId)).toEqual({ ok: false, reason: 'too-many-words' });
    expect(myApplication(world.as(amina), applicationId)?.gaps).toMatchObject([{ kind: 'too-many-words', questionId }]);
    expect(written()?.text === text).toBe(true);
    saveAnswer(world.as(amina), applicationId, questionId, 'kitchen '.repeat(wordsMax));
    expect(submitApplication(world.as(amina), applicationId).ok).toBe(true);
  });
});

describe('the closing instant', () => {
  it('ends sending and uploads, and one millisecond earlier neither; words are kept on both sides', async () => {
    for (const [late, reason] of [
      [-1, null],
      [0, 'call-not-open'],
      [1, 'call-not-open'],
    ] as const) {
      const { world, call, amina, applicationId, questionId, written } = office();
      world.moveTo(call.closesAt + late);
      expect(saveAnswer(world.as(amina), applicationId, questionId, 'The last word.').ok).toBe(true);
      const coming = { applicationId, questionId, fileName: 'film.mp4', bytes: 5 };
      const begun = await beginMedia(world.as(amina), coming);
      expect([late, begun.ok ? null : begun.reason]).toEqual([late, reason]);
      if (begun.ok) world.db.$client.exec("delete from media where state = 'receiving'");
      const sent = submitApplication(world.as(amina), applicationId);
      expect([late, sent.ok ? null : sent.reason]).toEqual([late, reason]);
      expect(written()?.text).toBe('The last word.');
    }
  });
});

describe('a database without room', () => {
  it('shows every typed word again, keeps what was saved, and takes them as soon as there is room', async () => {
    const { world, amina, applicationId, questionId, written } = office();
    saveAnswer(world.as(amina), applicationId, questionId, 'What was saved before.');
    const text = 'Long and new. '.repeat(2_000);
    const pages = world.db.$client.pragma('page_count', { simple: true }) as number;
    world.db.$client.pragma(`max_page_count = ${pages}`);
    const post = () =>
      Promise.resolve(question.action(asked(world, amina, { applicationId, questionId }, { text }))).catch(
        (thrown: unknown) => thrown as Response,
      ) as Promise<Response>;
    const refused = await post();
    expect(refused.status).toBe(503);
    expect(keptWordsIn(await refused.json())).toMatchObject({
      title: 'There is no room to save this just now',
      texts: [text],
    });
    expect(written()?.text).toBe('What was saved before.');
    world.db.$client.pragma('max_page_count = 1000000');
    expect((await post()).status).toBe(303);
    expect(written()?.text).toBe(text);
  });
});

describe('somebody who was taken out of the team', () => {
  const WORDS = 'Typed while the page was open.';
  const FORMS = [
    ['an answer', question, { text: WORDS, revision: '1' }],
    ['the details', details, { title: WORDS, language: 'en', revision: '1' }],
    ['a comment', comments, { commentId: '7k3d7k3d7k3d7k3d7k3d', comment: WORDS }],
    ['a question to staff', help, { id: '7k3d7k3d7k3d7k3d7k3d', about: '', question: WORDS }],
    ['a translation', translation, { intent: 'write', language: 'ar', ofRevision: '1', 'base-ar': '0', text: WORDS }],
    ['a transcript', spokenTexts, { kind: 'transcript', language: 'en', mediaId: '7k3d', text: WORDS }],
  ] as const;

  it.each(FORMS)('meets the words of the open page again: %s', async (_, route, form) => {
    const { world, amina, applicationId, questionId } = office();
    const bo = world.person('Bo');
    inTeam(world, amina, applicationId, bo, 'edit');
    endMembership(world.as(amina), applicationId, bo);
    const at = { applicationId, questionId };
    const answer = await Promise.resolve()
      .then(() => route.action(asked(world, bo, at, form)))
      .catch((thrown: unknown) => thrown);
    expect((answer as Response).status).toBe(403);
    const kept = keptWordsIn(await (answer as Response).json());
    expect(kept).toMatchObject({ title: 'You are no longer in this team', texts: [WORDS] });
  });
});

describe('what is written down of a film that another one has replaced', () => {
  it('is shown again, and is not put under the other film', async () => {
    const { world, amina, applicationId, questionId, written } = office();
    const film = { applicationId, questionId, filePath: 'db/story/clips/our-kitchen.mp4', fileName: 'film.mp4' };
    await attachMedia(world.as(amina), film);
    const form = { kind: 'transcript', language: 'en', text: 'We cook.', mediaId: written()?.recorded?.id ?? '' };
    await attachMedia(world.as(amina), film);
    const posted = asked(world, amina, { applicationId, questionId }, form);
    const answer = await Promise.resolve(spokenTexts.action(posted)).catch((thrown: unknown) => thrown);
    expect((answer as Response).status).toBe(409);
    expect(keptWordsIn(await (answer as Response).json())).toMatchObject({ texts: ['We cook.'] });
    expect(written()?.recorded?.transcript).toBeNull();
  });
});
