import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { testWorld } from '#test/world/test-world.ts';
import { scratchFolder, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { attachMedia } from '../commands/attach-media.server.ts';
import { reopenApplication } from '../commands/reopen-application.server.ts';
import { submitApplication } from '../commands/submit-application.server.ts';
import { myApplication } from '../queries/my-application.server.ts';
import { mediaTermsOf } from './media-words.ts';
import { RecordedAnswer } from './recorded-answer.tsx';

describe('the page of a question that is reopened', () => {
  it('tells its script what was sent, so that no copy of that is offered as something that was not', async () => {
    const world = testWorld({ DATA_DIR: scratchFolder() });
    const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
    const grace = staff.Grace ?? '';
    const call = openCall(world, grace, partnerId);
    const amina = world.person('Amina');
    const applicationId = writtenDraft(world, amina, call);
    const questionId = call.questions.find(({ byVideo }) => byVideo)?.id ?? '';
    const filePath = 'db/story/clips/our-kitchen.mp4';
    const film = await attachMedia(world.as(amina), { applicationId, questionId, filePath, fileName: 'film.mp4' });
    submitApplication(world.as(amina), applicationId);
    const asked = {
      questionIds: [questionId],
      details: [],
      reason: 'We cannot hear you.',
      untilAt: world.now() + 7 * DAY,
    };
    expect(reopenApplication(world.as(grace), applicationId, asked).ok).toBe(true);
    const question = myApplication(world.as(amina), applicationId)?.questions.find(({ id }) => id === questionId);
    if (question === undefined) throw new Error('the call asks it');
    const given = { applicationId, question, terms: mediaTermsOf(call), script: '', error: undefined, isTaken: false };
    const markup = renderToStaticMarkup(<RecordedAnswer {...given} />);
    expect(markup).toContain(`data-sent="${film.ok ? film.value.mediaId : ''}"`);
    expect(markup).not.toContain('data-recorded=');
  });
});
