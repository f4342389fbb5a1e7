import type { Instant } from '#app/kernel/instant.ts';

/** One date as a calendar shows it. */
export type CalendarEvent = {
  /** Stays the same for as long as the date is the same date, so that a calendar never shows it twice. */
  readonly uid: string;
  /** When what is written here was last changed. */
  readonly changedAt: Instant;
  readonly startsAt: Instant;
  /** Null for a deadline: one moment, which keeps nobody's calendar busy. */
  readonly endsAt: Instant | null;
  readonly summary: string;
  readonly description: string;
  readonly place: string;
  /** BCP 47 tag of the description and the place, where somebody wrote them. */
  readonly language?: string;
  readonly url: string;
};

export type Calendar = { readonly name: string; readonly language: string; readonly events: readonly CalendarEvent[] };

/**
 * Writes a calendar file: lines of at most 75 octets that end with CRLF, all times in UTC.
 *
 * Nothing in it depends on when it is asked for, so that the same dates are the same bytes.
 *
 * @source RFC 5545, and RFC 7986 for NAME and REFRESH-INTERVAL (X-WR-CALNAME says the name to older programs)
 */
export function calendarFile({ name, language, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Common Pot//Dates of calls//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    text('NAME', name),
    text('X-WR-CALNAME', name),
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    text('UID', event.uid),
    `DTSTAMP:${utc(event.changedAt)}`,
    `DTSTART:${utc(event.startsAt)}`,
    ...(event.endsAt === null ? [] : [`DTEND:${utc(event.endsAt)}`]),
    text('SUMMARY', event.summary),
    ...(event.description === '' ? [] : [text(`DESCRIPTION${inLanguage(event)}`, event.description)]),
    ...(event.place === '' ? [] : [text(`LOCATION${inLanguage(event)}`, event.place)]),
    `URL:${event.url.replace(CONTROLS, '')}`,
    `TRANSP:${event.endsAt === null ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ];
}

/** The parameter for what is read aloud in a language of its own. */
function inLanguage({ language }: CalendarEvent): string {
  return language === undefined ? '' : `;LANGUAGE=${language}`;
}

/** Form 2 of the standard: 20260302T090000Z. Seconds are the smallest a calendar knows. */
function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the standard allows no control character but the tab
const CONTROLS = /[\u0000-\u0008\u000a-\u001f\u007f]/g;

/** A property whose value is free text, with the four characters escaped that mean something. */
function text(property: string, value: string): string {
  const escaped = value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\n/g, '\\n')
    .replace(CONTROLS, '');
  return `${property}:${escaped}`;
}

const OCTETS_MAX = 75;

/** Breaks a line between characters, never inside one; the space that begins a continued line counts. */
function folded(line: string): string {
  let written = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > OCTETS_MAX) {
      written += '\r\n ';
      octets = 1;
    }
    written += character;
    octets += size;
  }
  return written;
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
