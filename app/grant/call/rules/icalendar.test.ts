import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarEvent, calendarFile } from './icalendar.ts';

const pitchDay: CalendarEvent = {
  uid: 'k3v9@grants.example',
  changedAt: Date.UTC(2026, 1, 16, 9),
  startsAt: Date.UTC(2026, 4, 16, 10),
  endsAt: Date.UTC(2026, 4, 16, 15),
  summary: 'Pitch day: Ideas',
  description: 'Up to £3,000.',
  place: 'The old library',
  url: 'https://grants.example/calls/ideas',
};
const deadline: CalendarEvent = { ...pitchDay, uid: 'k4@grants.example', endsAt: null, place: '', description: '' };
const file = (...events: CalendarEvent[]) => calendarFile({ name: 'Dates', language: 'en', events });
const octets = (text: string) => new TextEncoder().encode(text).length;

/** As a reader does it: lines joined again, then names and values apart. */
function properties(written: string): string[] {
  return written.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
}
function said(written: string, name: string): string {
  const line = properties(written).find((property) => property.startsWith(`${name}:`)) ?? '';
  return line.slice(name.length + 1);
}
function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));
}

describe('a calendar file', () => {
  it('says in which language somebody described a date, and nothing where nobody did', () => {
    const arabic = properties(file({ ...pitchDay, language: 'ar' }));
    expect(arabic).toContain('DESCRIPTION;LANGUAGE=ar:Up to £3,000.'.replace(',', '\\,'));
    expect(arabic).toContain('LOCATION;LANGUAGE=ar:The old library');
    expect(properties(file(pitchDay))).toContain('LOCATION:The old library');
  });

  it('is what the standard says, line by line', () => {
    expect(file(pitchDay, deadline)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Common Pot//Dates of calls//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'NAME:Dates',
        'X-WR-CALNAME:Dates',
        'REFRESH-INTERVAL;VALUE=DURATION:P1D',
        'BEGIN:VEVENT',
        'UID:k3v9@grants.example',
        'DTSTAMP:20260216T090000Z',
        'DTSTART:20260516T100000Z',
        'DTEND:20260516T150000Z',
        'SUMMARY:Pitch day: Ideas',
        'DESCRIPTION:Up to £3\\,000.',
        'LOCATION:The old library',
        'URL:https://grants.example/calls/ideas',
        'TRANSP:OPAQUE',
        'END:VEVENT',
        'BEGIN:VEVENT',
        'UID:k4@grants.example',
        'DTSTAMP:20260216T090000Z',
        'DTSTART:20260516T100000Z',
        'SUMMARY:Pitch day: Ideas',
        'URL:https://grants.example/calls/ideas',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('is complete without any date', () => {
    expect(file()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect(file()).not.toContain('VEVENT');
  });

  it('is the same bytes for the same dates', () => {
    expect(file(pitchDay)).toBe(file({ ...pitchDay }));
  });

  it('writes times in UTC and drops what is shorter than a second', () => {
    const winter = { ...pitchDay, startsAt: Date.UTC(2026, 0, 5, 9, 7, 3, 999), endsAt: null };
    expect(said(file(winter), 'DTSTART')).toBe('20260105T090703Z');
  });

  it('escapes the characters that mean something, and no others', () => {
    const written = file({ ...pitchDay, summary: 'a\\b;c,d:e"f' });
    expect(said(written, 'SUMMARY')).toBe('a\\\\b\\;c\\,d:e"f');
  });

  it('turns every way to end a line into one', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(said(file({ ...pitchDay, description: `one${end}two` }), 'DESCRIPTION')).toBe('one\\ntwo');
    }
  });

  it('lets nobody write a line of their own through a text, a place or an address', () => {
    const evil = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT';
    const written = file({ ...pitchDay, summary: evil, description: evil, place: evil, url: evil, uid: evil });
    expect(properties(written).filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(properties(written).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });

  it('leaves out control characters, but for the tab', () => {
    expect(said(file({ ...pitchDay, summary: 'a\u0000b\u001bc\u007fd\te' }), 'SUMMARY')).toBe('abcd\te');
  });

  it('breaks a line at 75 octets, on both sides of the edge', () => {
    const exactly = 'x'.repeat(75 - 'SUMMARY:'.length);
    const lines = (summary: string) => file({ ...pitchDay, summary }).split('\r\n');
    expect(lines(exactly)).toContain(`SUMMARY:${exactly}`);
    const broken = lines(`${exactly}y`);
    expect(broken[broken.indexOf(`SUMMARY:${exactly}`) + 1]).toBe(' y');
  });

  it('breaks between characters of any size', () => {
    for (const character of ['é', 'ش', '語', '🌍']) {
      const written = file({ ...pitchDay, summary: character.repeat(60) });
      expect(said(written, 'SUMMARY')).toBe(character.repeat(60));
      for (const line of written.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
    }
  });

  it('says to its reader whatever was written, in lines that are never too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const written = file({ ...pitchDay, description: `.${text}` });
        for (const line of written.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
        const plain = text
          .replace(/\r\n?/g, '\n')
          // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that the standard forbids
          .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
        expect(unescaped(said(written, 'DESCRIPTION'))).toBe(`.${plain}`);
      }),
    );
  });

  it('writes half a character as the sign for one that cannot be read', () => {
    expect(said(file({ ...pitchDay, summary: 'a\ud800b' }), 'SUMMARY')).toBe('a\ufffdb');
  });
});
