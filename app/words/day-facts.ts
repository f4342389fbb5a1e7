import { languageName } from './language-name.ts';
import { say } from './say.ts';
import type { WaysToSay } from './use-words.ts';

type Day = {
  readonly event: {
    readonly startsAt: number;
    readonly place: string;
    readonly address: string;
    readonly accessNotes: string;
    readonly pitchSeconds: number;
  };
  readonly offer: DayOffered | null;
  readonly timeZone: string;
};

export type DayOffered = {
  readonly questionSeconds: number;
  readonly interpreters: readonly string[];
  readonly childcare: string;
  readonly food: string;
  readonly travelMoney: string;
};

/** What one looks up again at the bus stop: when, where, how to get in, and what is there; nothing empty. */
export function dayFacts(ways: WaysToSay, { event, offer, timeZone }: Day): { name: string; value: string }[] {
  const { coming } = ways.words;
  return [
    { name: coming.when, value: ways.deadline(event.startsAt, timeZone) },
    { name: coming.where, value: `${event.place}\n${event.address}` },
    { name: coming.access, value: event.accessNotes },
    { name: coming.pitches, value: pitchWords(ways, event.pitchSeconds, offer?.questionSeconds ?? 0) },
    ...offerFacts(ways, offer),
  ].filter(({ value }) => value.trim() !== '');
}

/** What the day offers, in the words of whoever planned it; only what there is. */
export function offerFacts({ words, list }: WaysToSay, offer: DayOffered | null): { name: string; value: string }[] {
  const { coming } = words;
  if (offer === null) return [];
  return [
    { name: coming.interpreters, value: list(offer.interpreters.map(languageName)) },
    { name: coming.childcare, value: offer.childcare },
    { name: coming.food, value: offer.food },
    { name: coming.travelMoney, value: offer.travelMoney },
  ].filter(({ value }) => value !== '');
}

/** "Talks for 3 minutes. Then there are questions for 2 minutes." */
export function pitchWords({ words, language }: WaysToSay, pitchSeconds: number, questionSeconds: number): string {
  const { coming } = words;
  const minutes = (seconds: number) => say(language, coming.minutes, { count: seconds / 60 });
  const pitch = minutes(pitchSeconds);
  return questionSeconds === 0
    ? say(language, coming.pitchesValue, { pitch })
    : say(language, coming.pitchesAndQuestions, { pitch, questions: minutes(questionSeconds) });
}
