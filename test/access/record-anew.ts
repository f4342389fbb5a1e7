import sharp from 'sharp';
import { attachMedia } from '#app/grant/application/commands/attach-media.server.ts';
import { keepPoster } from '#app/grant/application/commands/keep-poster.server.ts';
import { reopenApplication } from '#app/grant/application/commands/reopen-application.server.ts';
import { saveSpokenText } from '#app/grant/application/commands/save-spoken-text.server.ts';
import { applicationsOf } from '#app/grant/application/queries/application-card.server.ts';
import type { CallFacts } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { DAY } from '#app/kernel/instant.ts';
import { type StoryWorld, told } from '#test/world/play/story-world.ts';
import { CASTING } from './personas.ts';

const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:01.000\nWe cook.\n';

/**
 * Somebody whose question was reopened has recorded it anew, with a poster and approved captions, and has not sent it.
 *
 * @returns  the recording that nobody but its team may watch
 */
export async function recordAnew(world: StoryWorld, call: CallFacts): Promise<Id> {
  const applicant = world.as(CASTING['other applicant'].key);
  const theirs = applicationsOf(applicant, world.id(CASTING['other applicant'].key));
  const applicationId = theirs.find(({ callId, state }) => callId === call.id && state === 'submitted')?.id ?? '';
  const questionId = call.questions.find(({ byVideo }) => byVideo)?.id ?? '';
  const reopening = { questionIds: [questionId], details: [], reason: 'Too quiet.', untilAt: world.now() + 7 * DAY };
  told('reopening', reopenApplication(world.as(CASTING.manager.key), applicationId, reopening));
  const film = { filePath: 'db/story/clips/mend-and-meet.mp4', fileName: 'film.mp4' };
  const { mediaId } = told('recording anew', await attachMedia(applicant, { applicationId, questionId, ...film }));
  const spoken = { kind: 'captions', language: 'en', text: CAPTIONS, revision: 0, approve: true } as const;
  told('writing down what is said', saveSpokenText(applicant, mediaId, spoken));
  const picture = sharp({ create: { width: 64, height: 36, channels: 3, background: 'teal' } });
  told('keeping a poster', await keepPoster(applicant, mediaId, await picture.jpeg().toBuffer()));
  return mediaId;
}
