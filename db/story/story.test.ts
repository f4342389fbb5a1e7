import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { START_WEEKDAY } from './calls.ts';
import { story } from './index.ts';
import type { AnyApplication, AnyCall, CallSlug, JudgedApplication, PitchDayStory } from './types.ts';

type AnyJudged = JudgedApplication<'social-innovation'> | JudgedApplication<'social-enterprise'>;

const callOf = (slug: CallSlug) => story.calls.find((call) => call.slug === slug) as AnyCall;
const applicationsTo = (slug: CallSlug): readonly AnyApplication[] => story.applications[slug];
const allApplications = [...applicationsTo('social-innovation'), ...applicationsTo('social-enterprise')];

const isJudged = (application: AnyApplication): application is AnyJudged =>
  application.fate !== 'draft' && application.fate !== 'withdrawn';
const judgedFor = (slug: CallSlug) => applicationsTo(slug).filter(isJudged);
const shortlistOf = (slug: CallSlug) => judgedFor(slug).filter((application) => application.fate !== 'not-shortlisted');

const countWords = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;
const answersOf = (application: AnyApplication) =>
  Object.entries(application.answers) as [string, string | { readonly video: string }][];
const hasVideo = (application: AnyApplication) =>
  answersOf(application).some(([, answer]) => typeof answer !== 'string');

/** 0 to 5: what the panel's weighted mean falls around. */
function weightedStrength(slug: CallSlug, application: AnyJudged): number {
  const strength = application.strength as Readonly<Record<string, number>>;
  const points = callOf(slug).criteria.reduce((sum, { key, weightPercent }) => {
    return sum + weightPercent * (strength[key] ?? Number.NaN);
  }, 0);
  return points / 100;
}

const ballotsFor = (day: PitchDayStory, application: string) =>
  day.ballots.filter((ballot) => ballot.includes(application)).length;

/** Every string in the story, with the path that leads to it. */
function* textsIn(value: unknown, path: string): Generator<{ path: string; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, `${path}.${key}`);
  }
}

const EXPECTED = {
  'social-innovation': {
    fates: { awarded: 16, reserve: 2, 'not-awarded': 2, 'not-shortlisted': 25, withdrawn: 2, draft: 3 },
    submitted: 45,
  },
  'social-enterprise': {
    fates: { awarded: 16, reserve: 2, 'not-awarded': 2, 'not-shortlisted': 20, withdrawn: 2, draft: 3 },
    submitted: 40,
  },
} as const;

/** The portal asks nobody how or why they came; neither may its story. */
const NEVER_SAID =
  /\b(visas?|asylum|refugees?|passports?|BRP|immigration|undocumented|deport\w*|settled status|leave to remain|Home Office|biometric\w*|illegal\w*)\b|تأشيرة|لاجئ|لجوء|جواز سفر|جوازات|ترحيل|الهجرة|وزارة الداخلية/i;

describe('the demonstration year', () => {
  it('never speaks of how or why anybody came here', () => {
    const said = [...textsIn(story, 'story')].filter(({ text }) => NEVER_SAID.test(text));
    expect(said).toEqual([]);
  });

  it('leaves no text empty or padded', () => {
    const untidy = [...textsIn(story, 'story')].filter(({ text }) => text === '' || text !== text.trim());
    expect(untidy).toEqual([]);
  });

  it('gives every person a key and an address of their own, which can reach nobody', () => {
    const people = [...story.staff, ...story.mentors, ...story.panel, ...allApplications.map(({ lead }) => lead)];
    expect(new Set(people.map(({ key }) => key)).size).toBe(people.length);
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    for (const { key, email } of people) {
      expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(email).toMatch(/^[a-z.-]+@[a-z-]+\.example$/);
    }
  });

  it('names leads who exist', () => {
    const people = [...story.staff, ...story.mentors, ...story.panel, ...allApplications.map(({ lead }) => lead)];
    const keys = new Set(people.map(({ key }) => key));
    expect(Object.values(story.leads).filter((lead) => !keys.has(lead))).toEqual([]);
  });

  it.each(story.partners)('gives $name a manager, two different people for money, and six mentors', ({ slug }) => {
    const duties = story.staff.filter(({ partner }) => partner === slug).map(({ duty }) => duty);
    expect(duties.toSorted()).toEqual(['finance-checker', 'finance-maker', 'manager']);
    expect(story.mentors.filter(({ partner }) => partner === slug)).toHaveLength(6);
  });

  it('ships clips that are as short and as small as it says', () => {
    for (const clip of story.clips) {
      expect(statSync(new URL(clip.file, import.meta.url)).size, clip.file).toBe(clip.bytes);
      expect(clip.bytes).toBeLessThanOrEqual(120_000);
      expect(clip.seconds).toBeGreaterThanOrEqual(6);
      expect(clip.seconds).toBeLessThanOrEqual(12);
    }
    expect(new Set(story.clips.map(({ mime }) => mime))).toEqual(new Set(['video/mp4', 'video/webm']));
  });
});

describe.each(['social-innovation', 'social-enterprise'] as const)('the %s call', (slug) => {
  const call = callOf(slug);

  it('weighs its criteria to exactly 100 and words every score', () => {
    expect(call.criteria).toHaveLength(4);
    expect(call.criteria.reduce((sum, { weightPercent }) => sum + weightPercent, 0)).toBe(100);
    for (const { key, anchors } of call.criteria) {
      expect(Object.keys(anchors), key).toEqual(['1', '2', '3', '4', '5']);
      expect(new Set(Object.values(anchors)).size, key).toBe(5);
    }
  });

  it('splits the decision between panel and room without a rest', () => {
    expect(call.decisionRule.panelWeightPercent + call.decisionRule.publicWeightPercent).toBe(100);
  });

  it('could pay every planned award in full', () => {
    expect(call.awardsPlanned * call.awardMaxMinor).toBeLessThanOrEqual(call.potMinor);
  });

  it('follows its dates in order and pitches on a Saturday', () => {
    const { dates } = call;
    const days = [
      dates.opens,
      dates.informationSession,
      dates.draftsBy,
      dates.questionsBy,
      dates.closes,
      dates.checkedBy,
      dates.panelMeets,
      dates.panelScoresBy,
      dates.shortlistBy,
      dates.pitchDay,
      dates.offersBy,
      dates.reasonsBy,
      dates.acceptBy,
      dates.mentoringEnds,
    ].map(({ day }) => day);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(START_WEEKDAY).toBe('monday');
    expect(dates.pitchDay.day % 7).toBe(5);
  });

  it('seats a panel of eight with participants above the published share', () => {
    const seats = story.panel.filter((member) => member.call === slug).map(({ seat }) => seat);
    expect(seats).toHaveLength(8);
    const participants = seats.filter((seat) => seat === 'participant').length;
    expect((participants / seats.length) * 100).toBeGreaterThanOrEqual(call.participantShareMinPercent);
  });

  it('lets panel members declare conflicts only with applications of their call', () => {
    const keys = applicationsTo(slug).map(({ key }) => key);
    const declared = story.panel.filter((member) => member.call === slug).flatMap(({ conflicts }) => conflicts);
    expect(declared.length).toBeGreaterThan(0);
    expect(declared.filter(({ application }) => !keys.includes(application))).toEqual([]);
  });
});

describe.each(['social-innovation', 'social-enterprise'] as const)('the applications to %s', (slug) => {
  const call = callOf(slug);
  const applications = applicationsTo(slug);

  it('meet the fates that the programme knew', () => {
    const fates: Record<string, number> = {};
    for (const { fate } of applications) fates[fate] = (fates[fate] ?? 0) + 1;
    expect(fates).toEqual(EXPECTED[slug].fates);
    expect(judgedFor(slug)).toHaveLength(EXPECTED[slug].submitted);
    expect(shortlistOf(slug)).toHaveLength(call.shortlistSize);
    expect(fates.awarded).toBe(call.awardsPlanned);
  });

  it('ask for whole pounds, within the maximum, and together within the pot', () => {
    for (const { key, amountMinor } of applications) {
      expect(amountMinor % 100, key).toBe(0);
      expect(amountMinor, key).toBeGreaterThan(0);
      expect(amountMinor, key).toBeLessThanOrEqual(call.awardMaxMinor);
    }
    const awarded = applications.filter(({ fate }) => fate === 'awarded');
    expect(awarded.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBeLessThanOrEqual(call.potMinor);
  });

  it('have a short line, a theme of the call, and keys and titles of their own', () => {
    const themes = call.themes.map(({ key }) => key as string);
    for (const { key, oneLine, theme } of applications) {
      expect(oneLine.length, key).toBeLessThanOrEqual(140);
      expect(themes, key).toContain(theme);
    }
    expect(new Set(allApplications.map(({ key }) => key)).size).toBe(allApplications.length);
    expect(new Set(applications.map(({ title }) => title)).size).toBe(applications.length);
  });

  it('keep to the word limit of every question, and to video only where it is allowed', () => {
    const clips = story.clips.map(({ key }) => key as string);
    for (const application of applications) {
      for (const [key, answer] of answersOf(application)) {
        const question = call.questions.find((asked) => asked.key === key);
        if (question === undefined) throw new Error(`${application.key} answers ${key}, which nobody asked`);
        if (typeof answer === 'string') {
          expect(countWords(answer), `${application.key} ${key}`).toBeLessThanOrEqual(question.wordLimit);
        } else {
          expect(question.mayAnswerByVideo, `${application.key} ${key}`).toBe(true);
          expect(clips, application.key).toContain(answer.video);
        }
      }
    }
  });

  it('answer every required question before they reach the panel', () => {
    const required = call.questions.filter((question) => question.required).map(({ key }) => key as string);
    for (const application of applications.filter(({ fate }) => fate !== 'draft')) {
      const answered = answersOf(application).map(([key]) => key);
      expect(
        required.filter((key) => !answered.includes(key)),
        application.key,
      ).toEqual([]);
    }
  });

  it('stay incomplete while they are drafts', () => {
    for (const draft of applications.filter(({ fate }) => fate === 'draft')) {
      const required = call.questions.filter((question) => question.required);
      expect(answersOf(draft).length, draft.key).toBeLessThan(required.length);
    }
  });

  it('speak on video in about a third', () => {
    const share = judgedFor(slug).filter(hasVideo).length / EXPECTED[slug].submitted;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.37);
  });

  it('are written in Arabic in about a quarter, with an English title for the ballot', () => {
    const arabic = judgedFor(slug).filter(({ language }) => language === 'ar');
    expect(arabic.length / EXPECTED[slug].submitted).toBeGreaterThanOrEqual(0.25);
    expect(arabic.length / EXPECTED[slug].submitted).toBeLessThan(0.3);
    for (const { key, title, titleInEnglish, oneLine } of arabic) {
      expect(`${title} ${oneLine}`, key).toMatch(/\p{Script=Arabic}/u);
      expect(titleInEnglish, key).toMatch(/^[A-Z]/);
    }
    const english = applications.filter(({ language }) => language === 'en');
    expect(english.filter(({ title, oneLine }) => /\p{Script=Arabic}/u.test(title + oneLine))).toEqual([]);
  });

  it('carry strengths that put exactly the shortlist on top', () => {
    const shortlisted = shortlistOf(slug).map((application) => weightedStrength(slug, application));
    const others = judgedFor(slug)
      .filter(({ fate }) => fate === 'not-shortlisted')
      .map((application) => weightedStrength(slug, application));
    expect(Math.min(...shortlisted)).toBeGreaterThan(Math.max(...others));
  });

  it('are given one reason each, when shortlisted and when declined', () => {
    const keys = new Set(applications.map(({ key }) => key));
    const listed = (reasons: typeof story.declineReasons) =>
      reasons.flatMap((reason) => reason.applications).filter((key) => keys.has(key));
    const declined = judgedFor(slug).filter(({ fate }) => fate === 'not-shortlisted' || fate === 'not-awarded');
    const keyOf = ({ key }: { readonly key: string }) => key;
    expect(listed(story.shortlistReasons).toSorted()).toEqual(shortlistOf(slug).map(keyOf).toSorted());
    expect(listed(story.declineReasons).toSorted()).toEqual(declined.map(keyOf).toSorted());
  });
});

describe.each(story.pitchDays)('the pitch day of $call', (day) => {
  const call = callOf(day.call);
  const shortlist = shortlistOf(day.call);

  it('casts no more ballots than sheets were handed out', () => {
    const { printed, returned, spoiled, cast } = day.tokens;
    expect(printed).toBe(60);
    expect(cast).toBe(54);
    expect(cast).toBeLessThanOrEqual(printed - returned - spoiled);
    expect(day.ballots).toHaveLength(cast);
  });

  it('fills each ballot with one to three different pitches of the shortlist', () => {
    const keys = shortlist.map(({ key }) => key);
    for (const ballot of day.ballots) {
      expect(ballot.length).toBeGreaterThanOrEqual(1);
      expect(ballot.length).toBeLessThanOrEqual(call.choicesPerVoter);
      expect(new Set(ballot).size).toBe(ballot.length);
      expect(ballot.filter((choice) => !keys.includes(choice))).toEqual([]);
    }
  });

  it('gives every awarded and reserve pitch the minimum support, and one strong pitch too little', () => {
    const supportPercent = (key: string) => (ballotsFor(day, key) / day.ballots.length) * 100;
    const minimum = call.decisionRule.minimumSupportPercent;
    for (const { key, fate } of shortlist) {
      if (fate !== 'not-awarded') expect(supportPercent(key), key).toBeGreaterThanOrEqual(minimum);
    }
    const unsupported = shortlist.filter(({ key }) => supportPercent(key) < minimum);
    expect(unsupported.some((application) => weightedStrength(day.call, application) > 4)).toBe(true);
    expect(unsupported.every(({ fate }) => fate === 'not-awarded')).toBe(true);
  });

  it('puts the sixteen awards first and the reserves next, by panel and room together', () => {
    const { panelWeightPercent, publicWeightPercent, minimumSupportPercent } = call.decisionRule;
    const ranked = shortlist
      .map((application) => {
        const support = ballotsFor(day, application.key) / day.ballots.length;
        const points =
          (weightedStrength(day.call, application) / 5) * panelWeightPercent + support * publicWeightPercent;
        return { fate: application.fate, support, points };
      })
      .filter(({ support }) => support * 100 >= minimumSupportPercent)
      .toSorted((a, b) => b.points - a.points);
    expect(ranked.slice(0, 16).every(({ fate }) => fate === 'awarded')).toBe(true);
    expect(ranked.slice(16).map(({ fate }) => fate)).toEqual(['reserve', 'reserve']);
    // Clear of the sixteenth place, so that a little noise in the panel's scores does not move the line.
    expect((ranked[15]?.points ?? 0) - (ranked[16]?.points ?? 0)).toBeGreaterThan(3);
  });

  it('says where, how to get in and who interprets', () => {
    expect(day.access.length).toBeGreaterThanOrEqual(5);
    expect(day.interpreters.map(({ language }) => language)).toContain('ar');
    const times = day.runningOrder.map(({ time }) => time);
    expect(times).toEqual(times.toSorted());
  });
});

describe('what assessors and mentors wrote', () => {
  it('are thirty notes in three bands, some for any application of their band', () => {
    expect(story.panelNotes).toHaveLength(30);
    for (const band of ['strong', 'middling', 'weak'] as const) {
      const notes = story.panelNotes.filter((note) => note.band === band && note.about === undefined);
      expect(notes.length, band).toBeGreaterThanOrEqual(4);
    }
  });

  it('come only from assessors of the call who declared no hard conflict', () => {
    for (const { about } of story.panelNotes) {
      if (about === undefined) continue;
      const assessor = story.panel.find(({ key }) => key === about.assessor);
      if (assessor === undefined) throw new Error(`${about.assessor} sits on no panel`);
      const judged = judgedFor(assessor.call).map(({ key }) => key);
      expect(judged, about.assessor).toContain(about.application);
      const conflict = assessor.conflicts.find(({ application }) => application === about.application);
      expect(conflict?.level ?? 'knows').toBe('knows');
    }
  });

  it('follow eight awards with mentors of the same partner, milestones in order and check-ins on them', () => {
    expect(story.mentoring).toHaveLength(8);
    for (const { application, mentor, milestones, checkIns } of story.mentoring) {
      const slug = (['social-innovation', 'social-enterprise'] as const).find((call) =>
        applicationsTo(call).some(({ key, fate }) => key === application && fate === 'awarded'),
      );
      if (slug === undefined) throw new Error(`${application} was not awarded`);
      expect(story.mentors.find(({ key }) => key === mentor)?.partner).toBe(callOf(slug).partner);
      expect(milestones).toHaveLength(3);
      const due = milestones.map(({ dueDaysAfterAward }) => dueDaysAfterAward);
      expect(due).toEqual(due.toSorted((a, b) => a - b));
      expect(checkIns.length).toBeGreaterThanOrEqual(2);
      expect(checkIns.length).toBeLessThanOrEqual(3);
      for (const { milestone } of checkIns) expect(milestones.map(({ key }) => key)).toContain(milestone);
    }
    const milestoneKeys = story.mentoring.flatMap(({ milestones }) => milestones.map(({ key }) => key));
    expect(new Set(milestoneKeys).size).toBe(milestoneKeys.length);
  });
});
