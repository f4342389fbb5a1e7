import { attachMedia } from '#app/grant/application/commands/attach-media.server.ts';
import { saveAnswer } from '#app/grant/application/commands/save-answer.server.ts';
import { saveSpokenText } from '#app/grant/application/commands/save-spoken-text.server.ts';
import { startApplication } from '#app/grant/application/commands/start-application.server.ts';
import { submitApplication } from '#app/grant/application/commands/submit-application.server.ts';
import { withdrawApplication } from '#app/grant/application/commands/withdraw-application.server.ts';
import { heldBy } from '#app/grant/application/rules/details.ts';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { story } from '#db/story/index.ts';
import type { AnyApplication, AnyCall } from '#db/story/types.ts';
import { type FirstMonday, instantOf } from './calendar.ts';
import { type StoryWorld, told } from './story-world.ts';

/** Everybody writes and speaks their answers; few things happen on the first day and many on the last. */
export async function playApplications(
  world: StoryWorld,
  call: AnyCall,
  firstMonday: FirstMonday,
  onProgress: (done: number, of: number) => void,
): Promise<void> {
  const applications = story.applications[call.slug] as readonly AnyApplication[];
  const opensAt = instantOf(firstMonday, call.dates.opens, call.timeZone);
  const closesAt = instantOf(firstMonday, call.dates.closes, call.timeZone);
  for (const [place, application] of applications.entries()) {
    // The square root crowds them towards the end, as deadlines do.
    const share = Math.sqrt((place + 1) / (applications.length + 1));
    world.moveTo(Math.max(world.now(), opensAt + Math.floor(share * (closesAt - opensAt - 3 * HOUR))));
    await playApplication(world, call, application);
    if (place % 5 === 4) await world.keepPromises();
    onProgress(place + 1, applications.length);
  }
  await world.keepPromises();
}

/** Where one application was begun, answered and, unless it stayed a draft, sent. */
async function playApplication(world: StoryWorld, call: AnyCall, application: AnyApplication): Promise<void> {
  world.meet(application.lead);
  const applicant = world.as(application.lead.key);
  const { applicationId } = told(
    `${application.key} begins`,
    startApplication(applicant, world.id(call.slug), {
      title: application.title,
      oneLine: application.oneLine,
      groupName: application.groupName,
      theme: call.themes.find((theme) => theme.key === application.theme)?.label ?? '',
      city: application.city,
      amountMinor: application.amountMinor,
      ...heldBy('', application.hostName ?? ''),
      language: application.language,
    }),
  );
  world.ids.set(application.key, applicationId);
  for (const [key, answer] of Object.entries(application.answers)) {
    const questionId = world.id(`${call.slug}/question/${key}`);
    if (typeof answer === 'string') {
      told(`${application.key} answers ${key}`, saveAnswer(applicant, applicationId, questionId, answer));
    } else if (answer !== undefined) {
      const clip = story.clips.find((candidate) => candidate.key === answer.video);
      if (clip === undefined) throw new Error(`there is no clip called ${answer.video}`);
      const fileName = clip.file.split('/').at(-1) ?? clip.file;
      const { mediaId } = told(
        `${application.key} speaks to ${key}`,
        await attachMedia(applicant, { applicationId, questionId, filePath: `db/story/${clip.file}`, fileName }),
      );
      told(`${application.key} writes down what was said`, saveSpokenText(applicant, mediaId, captionsOf(clip)));
    }
  }
  if (application.fate === 'draft') return;
  told(`${application.key} is sent`, submitApplication(world.as(application.lead.key), applicationId));
}

/** What a clip says, as a program for captions would have written it. */
function captionsOf({ said, language }: (typeof story.clips)[number]) {
  const time = (seconds: number) => `00:0${seconds.toFixed(3)}`;
  const cues = said.map(({ from, to, words }) => `${time(from)} --> ${time(to)}\n${words}\n`);
  const text = `WEBVTT\n\n${cues.join('\n')}`;
  return { kind: 'captions', language, text, revision: 0, approve: true } as const;
}

/** Two groups take their application back some days after the call closed. */
export async function playWithdrawals(world: StoryWorld, call: AnyCall, firstMonday: FirstMonday): Promise<void> {
  world.moveTo(instantOf(firstMonday, call.dates.closes, call.timeZone) + DAY);
  for (const application of story.applications[call.slug] as readonly AnyApplication[]) {
    if (application.fate !== 'withdrawn') continue;
    told(
      `${application.key} is withdrawn`,
      await withdrawApplication(world.as(application.lead.key), world.id(application.key)),
    );
  }
  await world.keepPromises();
}
