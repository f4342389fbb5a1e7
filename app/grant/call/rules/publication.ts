import { sha256Hex } from '#app/kernel/digest.ts';
import type { Id } from '#app/kernel/id.ts';
import type { CriterionDraft } from './criteria.ts';
import type { CallDraft } from './draft.ts';
import { type DateDraft, inOrder } from './plan.ts';
import type { QuestionDraft } from './questions.ts';
import type { CheckItemDraft } from './self-check.ts';
import type { TermDraft } from './terms.ts';

type PublishedQuestion = QuestionDraft & { readonly id: Id };

export type PublishedFacts = CallDraft & {
  readonly partnerName: string;
  readonly questions: readonly PublishedQuestion[];
  readonly criteria: readonly CriterionDraft[];
  readonly terms: readonly TermDraft[];
  readonly checkItems: readonly CheckItemDraft[];
  readonly dates: readonly DateDraft[];
};

/**
 * What applicants are told, word for word, and the SHA-256 of exactly that text in UTF-8.
 *
 * The text is JSON with the keys in the order written here, two spaces of indentation and a newline at the end,
 * so that anybody can hash the published file and get the same answer.
 */
export function publicationOf(call: PublishedFacts): { facts: string; factsHash: string } {
  const facts = `${JSON.stringify(told(call), null, 2)}\n`;
  return { facts, factsHash: sha256Hex(facts) };
}

/** Ids mean nothing to a reader: the condition names its question by its place in the list, counted from 1. */
function conditionOf({ onlyIf }: PublishedQuestion, questions: readonly PublishedQuestion[]) {
  if (onlyIf === null) return null;
  return { question: questions.findIndex(({ id }) => id === onlyIf.questionId) + 1, anyOf: onlyIf.anyOf };
}

/** The text as its JSON says it. */
export type ToldFacts = ReturnType<typeof told>;

function told(call: PublishedFacts) {
  return {
    format: 'common-pot call 1',
    partner: call.partnerName,
    strand: call.strand,
    slug: call.slug,
    language: call.language,
    title: call.title,
    summary: call.summary,
    about: call.about,
    whoCanApply: call.whoCanApply,
    support: call.support,
    themes: call.themes,
    money: {
      currency: call.currency,
      potMinor: call.potMinor,
      awardMaxMinor: call.awardMaxMinor,
      awardsPlanned: call.awardsPlanned,
    },
    window: {
      timeZone: call.timeZone,
      opensAt: new Date(call.opensAt).toISOString(),
      closesAt: new Date(call.closesAt).toISOString(),
    },
    dates: inOrder(call.dates).map((date) => ({
      kind: date.kind,
      startsAt: new Date(date.startsAt).toISOString(),
      endsAt: date.endsAt === null ? null : new Date(date.endsAt).toISOString(),
      place: date.place,
    })),
    invitationOnly: call.invitationOnly,
    video: call.videoAllowed ? { secondsMax: call.videoSecondsMax } : null,
    voice: call.questions.some(({ byVoice }) => byVoice) ? { secondsMax: call.videoSecondsMax } : null,
    decision: {
      participantShareMinPercent: call.participantShareMinPercent,
      hasPitchDay: call.hasPitchDay,
      panelWeightPercent: call.panelWeightPercent,
      publicWeightPercent: call.publicWeightPercent,
      minimumSupportPercent: call.minimumSupportPercent,
      choicesMax: call.choicesMax,
      // Texts that were published before voters could put groups in order stay as they are.
      ...(call.choicesRanked ? { choicesRanked: true } : {}),
      // So do those from before rooms could share out money.
      ...(call.roomPotMinor > 0 ? { roomPotMinor: call.roomPotMinor } : {}),
      // Nor do those from before judges could score on the day.
      ...(call.judgesMin > 0 ? { judgesOnTheDayMin: call.judgesMin } : {}),
      tieRule: call.tieRule,
    },
    questions: call.questions.map((question) => ({
      kind: question.kind,
      section: question.section,
      label: question.label,
      guidance: question.guidance,
      wordsMax: question.wordsMax,
      minutes: question.minutes,
      required: question.required,
      byVideo: question.byVideo && call.videoAllowed,
      byVoice: question.byVoice,
      options: question.options,
      onlyIf: conditionOf(question, call.questions),
    })),
    terms: call.terms.map(({ term, meaning }) => ({ term, meaning })),
    selfCheck: call.checkItems.map(({ statement, route, advice, link, otherSlug }) => ({
      statement,
      route,
      advice,
      link,
      otherCall: otherSlug,
    })),
    criteria: call.criteria.map((criterion) => ({
      name: criterion.name,
      question: criterion.question,
      weightPercent: criterion.weightPercent,
      anchors: criterion.anchors.map((anchor) => ({ score: anchor.score, words: anchor.words })),
    })),
  };
}
