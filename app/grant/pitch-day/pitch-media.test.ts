import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#app/kernel/digest.ts';
import { HOUR } from '#app/kernel/instant.ts';
import { testWorld } from '#test/world/test-world.ts';
import { scratchFolder } from '#test/world/trial-application.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { planEvent } from './commands/plan-event.server.ts';
import { savePitchCard } from './commands/save-pitch-card.server.ts';
import { beforePlanning, PLAN } from './pitch-evening.testing.ts';
import { myPitchPage } from './queries/pitch-card-page.server.ts';
import { pitchMedia } from './queries/pitch-media.server.ts';

const NOTHING = { captionsUrl: '', transcriptUrl: '', pictureId: null, filmId: null };
const CARD = { ...NOTHING, oneLine: 'Soup.', language: 'en', isShown: true };

/** Amina and Bilal sent a picture and a film with their applications; an evening is planned. */
function planned() {
  const world = testWorld({ DATA_DIR: scratchFolder() });
  const files = join(world.env.DATA_DIR, 'files');
  mkdirSync(files, { recursive: true });
  const keep = (name: string, bytes: string) => {
    writeFileSync(join(files, name), bytes);
    return sha256Hex(bytes);
  };
  const { round, callId } = beforePlanning(
    {},
    {
      world,
      beforeSending: (name, applicationId, call) => {
        if (name !== 'Amina' && name !== 'Bilal') return;
        const [first, second] = call.questions;
        const send = (id: string, questionId: string, kind: string, mime: string, seconds: number | null) => {
          const sha256 = keep(id, `${name} ${kind}`);
          world.db.$client
            .prepare(
              `insert into media (id, application_id, question_id, file_name, bytes, sha256, mime, kind, seconds, state,
                created_at, state_at) values (?, ?, ?, 'x', 9, ?, ?, ?, ?, 'receiving', 1, 1)`,
            )
            .run(id, applicationId, questionId, sha256, mime, kind, seconds);
          world.db.$client.prepare("update media set state = 'ready', stored_name = id where id = ?").run(id);
        };
        send(`${name}-picture`, first?.id ?? '', 'file', 'image/jpeg', null);
        send(`${name}-film`, second?.id ?? '', 'video', 'video/mp4', 7.5);
      },
    },
  );
  mustBe(planEvent(world.as(round.staff.Grace), callId, { ...PLAN, startsAt: world.now() + HOUR }));
  const applicationId = round.applications.Amina ?? '';
  const amina = () => world.as(round.people.Amina ?? null);
  const open = async (part: string, id = applicationId) => {
    const answer = await pitchMedia(world.as(null), id, part, new Request('http://localhost/'));
    return answer === null || answer.status !== 200 ? null : answer.text();
  };
  return { world, applicationId, amina, open };
}

describe('a picture and a film of a pitch', () => {
  it('are chosen from what the group sent, and opened by everybody for as long as the group says so', async () => {
    const { amina, applicationId, open } = planned();
    const { pictures, films } = myPitchPage(amina(), applicationId)?.media ?? { pictures: [], films: [] };
    expect([pictures, films].map((list) => list.map(({ id }) => id))).toEqual([['Amina-picture'], ['Amina-film']]);
    const both = { ...CARD, pictureId: 'Amina-picture', filmId: 'Amina-film' };
    mustBe(savePitchCard(amina(), applicationId, { ...both, isShown: false }, 0));
    expect(await Promise.all(['picture', 'film'].map((part) => open(part)))).toEqual([null, null]);
    mustBe(savePitchCard(amina(), applicationId, both, 1));
    expect(await open('picture')).toBe('Amina file');
    expect(await open('film')).toBe('Amina video');
    // Nobody made a frame of it, and nobody wrote captions.
    expect(await Promise.all(['poster', 'captions', 'anything'].map((part) => open(part)))).toEqual([null, null, null]);
    mustBe(savePitchCard(amina(), applicationId, { ...both, filmId: null }, 2));
    expect([await open('picture'), await open('film')]).toEqual(['Amina file', null]);
    mustBe(savePitchCard(amina(), applicationId, { ...both, isShown: false }, 3));
    expect(await open('picture')).toBeNull();
  });

  it('are nobody else’s to show, whoever writes to the database', async () => {
    const { world, amina, applicationId, open } = planned();
    const wanted = { ...CARD, filmId: 'Bilal-film' };
    expect(savePitchCard(amina(), applicationId, wanted, 0)).toEqual({ ok: false, reason: 'not-theirs' });
    // A film stands for a picture only with a frame; a picture is no film.
    for (const wrong of [{ pictureId: 'Amina-film' }, { filmId: 'Amina-picture' }])
      expect(savePitchCard(amina(), applicationId, { ...CARD, ...wrong }, 0)).toMatchObject({ reason: 'not-theirs' });
    mustBe(savePitchCard(amina(), applicationId, CARD, 0));
    const steal = "update pitch_card set film_id = 'Bilal-film', revision = revision + 1";
    expect(() => world.db.$client.exec(steal)).toThrow('a group shows what it sent itself');
    expect(await open('film')).toBeNull();
  });
});
