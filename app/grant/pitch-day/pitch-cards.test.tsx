import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { LanguageContext } from '#app/words/use-words.ts';
import { hideFrom } from '../application/commands/hide-from.server.ts';
import { withdrawApplication } from '../application/commands/withdraw-application.server.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { mendPitchCard, savePitchCard } from './commands/save-pitch-card.server.ts';
import { freezeVote } from './commands/settle-vote.server.ts';
import { type PitchEvening, pollIdOf, withSheets } from './pitch-evening.testing.ts';
import { boothOf } from './queries/booth.server.ts';
import { comingPage } from './queries/coming-page.server.ts';
import { deskOf } from './queries/desk.server.ts';
import { myPitchPage, staffPitchPage } from './queries/pitch-card-page.server.ts';
import { shownCards } from './queries/shown-cards.server.ts';
import { stageView } from './queries/stage-view.server.ts';
import type { WantedCard } from './rules/pitch-card.ts';
import { StageScreen } from './ui/stage-screen.tsx';

const SOUP: WantedCard = {
  oneLine: 'Hot soup on every Tuesday.',
  language: 'ar',
  captionsUrl: '',
  transcriptUrl: 'https://example.org/words',
  pictureId: null,
  filmId: null,
  isShown: true,
};

const applicationOf = ({ round }: PitchEvening, name: string) => round.applications[name] ?? '';
const as = ({ world, round }: PitchEvening, name: string) => world.as(round.people[name] ?? null);

function show(evening: PitchEvening, name: string, changes: Partial<WantedCard> = {}, seen = 0) {
  return savePitchCard(as(evening, name), applicationOf(evening, name), { ...SOUP, ...changes }, seen);
}

/** Everything that everybody may see of a pitch, as one text. */
function seenByEverybody(evening: PitchEvening): string {
  const { world, eventId, round } = evening;
  const visitor = world.as(null);
  return JSON.stringify([
    stageView(visitor, eventId),
    boothOf(visitor, pollIdOf(evening)),
    comingPage(visitor, round.call.slug),
  ]);
}

describe('what people see of a pitch', () => {
  it('is on the wall, in the booth and on the page of the day once the group has said so', () => {
    const evening = withSheets();
    const { world, round, callId, eventId } = evening;
    mustBe(freezeVote(world.as(round.staff.Grace), callId));
    mustBe(show(evening, 'Amina', { isShown: false }));
    expect(seenByEverybody(evening)).not.toContain('Hot soup');
    mustBe(show(evening, 'Amina', {}, 1));
    const visitor = world.as(null);
    const onPaper = boothOf(visitor, pollIdOf(evening))?.options.filter(({ line }) => line !== null);
    expect(onPaper).toMatchObject([{ line: { text: SOUP.oneLine, language: 'ar' } }]);
    const pitches = comingPage(visitor, round.call.slug)?.pitches ?? [];
    expect(pitches).toHaveLength(4);
    expect(pitches.filter(({ card }) => card !== null)).toMatchObject([
      { applicationId: applicationOf(evening, 'Amina'), card: { transcriptUrl: SOUP.transcriptUrl } },
    ]);
    for (let place = 0; place < 4; place += 1) {
      mustBe(evening.press('next'));
      const stage = stageView(visitor, eventId);
      const isAmina = stage?.current?.card !== null;
      const wall =
        stage === null
          ? ''
          : renderToStaticMarkup(
              <LanguageContext.Provider value="en">
                <StageScreen stage={stage} links={null} now={0} follow="" />
              </LanguageContext.Provider>,
            );
      expect(wall.includes(SOUP.oneLine)).toBe(isAmina);
      expect(wall.includes('In العربية')).toBe(isAmina);
    }
    mustBe(show(evening, 'Amina', { isShown: false }, 2));
    expect(seenByEverybody(evening)).not.toContain('Hot soup');
  });

  it('names nobody to those who would come before the ballot paper is frozen', () => {
    const evening = withSheets();
    mustBe(show(evening, 'Amina'));
    expect(comingPage(evening.world.as(null), evening.round.call.slug)?.pitches).toBeNull();
  });

  it('goes with an application that is taken back', async () => {
    const evening = withSheets();
    mustBe(show(evening, 'Amina'));
    const id = applicationOf(evening, 'Amina');
    expect(shownCards(evening.world, [id]).size).toBe(1);
    mustBe(await withdrawApplication(as(evening, 'Amina'), id));
    expect(shownCards(evening.world, [id]).size).toBe(0);
    expect(myPitchPage(as(evening, 'Amina'), id)).toBeNull();
  });

  it('stays as it is while people vote, and can be taken down', () => {
    const evening = withSheets();
    const { world, round, callId } = evening;
    mustBe(show(evening, 'Amina'));
    mustBe(freezeVote(world.as(round.staff.Grace), callId));
    world.pass(DAY);
    mustBe(evening.press('open-vote'));
    expect(show(evening, 'Amina', { oneLine: 'Choose us!' }, 1)).toEqual({ ok: false, reason: 'vote-open' });
    expect(show(evening, 'Bilal')).toEqual({ ok: false, reason: 'vote-open' });
    expect(show(evening, 'Amina', { isShown: false }, 1).ok).toBe(true);
  });
});

describe('whoever writes what people see of a pitch', () => {
  it('is the group’s team: another group, a visitor and staff of nobody find nothing', () => {
    const evening = withSheets();
    const id = applicationOf(evening, 'Amina');
    for (const stranger of ['Bilal', 'Chen']) {
      expect(savePitchCard(as(evening, stranger), id, SOUP, 0)).toEqual({ ok: false, reason: 'not-found' });
      expect(myPitchPage(as(evening, stranger), id)).toBeNull();
    }
    expect(savePitchCard(evening.world.as(null), id, SOUP, 0)).toEqual({ ok: false, reason: 'not-found' });
    const farah = evening.world.as(evening.round.staff.Farah);
    expect(mendPitchCard(farah, evening.callId, id, SOUP, 0)).toEqual({ ok: false, reason: 'not-found' });
    expect(staffPitchPage(farah, evening.callId, id)).toBeNull();
  });

  it('begins with what the application says already', () => {
    const evening = withSheets();
    const page = myPitchPage(as(evening, 'Amina'), applicationOf(evening, 'Amina'));
    expect(page).toMatchObject({ as: 'speaks', mendedAt: null, card: { isShown: false, revision: 0 } });
    expect(page?.card.language).not.toBe('');
  });

  it('can be staff who mend it, which the group reads, and who never put it up', () => {
    const evening = withSheets();
    const { world, round, callId } = evening;
    const id = applicationOf(evening, 'Amina');
    const grace = () => world.as(round.staff.Grace);
    expect(mendPitchCard(grace(), callId, id, SOUP, 0)).toEqual({ ok: false, reason: 'group-shows' });
    mustBe(show(evening, 'Amina'));
    expect(deskOf(grace(), callId)?.pitches.find(({ applicationId }) => applicationId === id)?.cardState).toBe('shown');
    mustBe(mendPitchCard(grace(), callId, id, { ...SOUP, oneLine: 'Hot soup, every Tuesday.' }, 1));
    expect(myPitchPage(as(evening, 'Amina'), id)).toMatchObject({
      mendedAt: world.now(),
      card: { oneLine: 'Hot soup, every Tuesday.', isShown: true },
    });
    expect(show(evening, 'Amina', { oneLine: 'Mine.' }, 1)).toEqual({ ok: false, reason: 'changed-elsewhere' });
    mustBe(mendPitchCard(grace(), callId, id, { ...SOUP, isShown: false }, 2));
    expect(shownCards(world, [id]).size).toBe(0);
  });

  it('is no manager whom the group named to stay away', () => {
    const evening = withSheets();
    const { world, round, callId } = evening;
    const id = applicationOf(evening, 'Amina');
    mustBe(hideFrom(as(evening, 'Amina'), id, { kind: 'person', name: 'Grace', email: 'grace@example.org' }));
    const grace = world.as(round.staff.Grace);
    expect(staffPitchPage(grace, callId, id)).toBeNull();
    expect(mendPitchCard(grace, callId, id, { ...SOUP, isShown: false }, 0)).toMatchObject({ reason: 'not-found' });
    expect(deskOf(grace, callId)?.pitches.find(({ applicationId }) => applicationId === id)?.mayMend).toBe(false);
  });

  it('shows what the group sent itself, and nothing of others', () => {
    const evening = withSheets();
    expect(show(evening, 'Amina', { pictureId: 'f'.repeat(20) })).toEqual({ ok: false, reason: 'not-theirs' });
    expect(show(evening, 'Amina', { filmId: 'f'.repeat(20) })).toEqual({ ok: false, reason: 'not-theirs' });
  });

  it('is somebody whose group is in the running order, whoever writes to the database', () => {
    const { world, round } = withSheets();
    const outside = (sql: string) => () => world.db.$client.exec(sql);
    const card = `insert into pitch_card values ('nobody', 'One.', 'en', '', '', null, null, null, 1, '${round.people.Amina}', 1)`;
    expect(outside(card)).toThrow('only a group in a running order');
    mustBe(show({ world, round } as PitchEvening, 'Amina'));
    expect(outside("update pitch_card set one_line = 'x'")).toThrow('changed by one who saw it');
    expect(outside("update pitch_card set one_line = ' ', revision = revision + 1")).toThrow('pitch_card_shows');
  });
});
