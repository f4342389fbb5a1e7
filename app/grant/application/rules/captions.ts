import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

/** One line of captions: from when to when, in milliseconds, and what is said. */
export type Cue = { readonly fromMs: number; readonly toMs: number; readonly text: string };

export type CaptionsFault =
  | 'no-captions'
  | 'times-unreadable'
  | 'times-backwards'
  | 'too-many-captions'
  | 'text-too-long';

/** Ten minutes of quick speech are some three hundred. */
export const CUES_MAX = 1_000;
export const SPOKEN_TEXT_CHARACTERS_MAX = 40_000;

const ARROW = '-->';
/** Hours may be left out; SRT has a comma where WebVTT has a full stop. */
const TIME = /^(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)[.,](\d{1,3})$/;

/**
 * Reads captions as programs write them (WebVTT or SubRip) and writes them again as plain WebVTT: times and words, in
 * order, nothing else. Styles, places on the screen, notes and every other instruction stay behind.
 *
 * @returns the text of a .vtt file, or the first thing that is wrong with what was sent
 * @source  W3C WebVTT, sections 4 and 6; SubRip has no standard, its files are told apart by their commas
 */
export function captionsFrom(text: string): Outcome<string, CaptionsFault> {
  if (text.length > SPOKEN_TEXT_CHARACTERS_MAX) return refused('text-too-long');
  const cues: Cue[] = [];
  for (const block of blocksOf(text)) {
    const at = block.findIndex((line) => line.includes(ARROW));
    // A heading, a number on its own, NOTE, STYLE, REGION.
    if (at === -1) continue;
    const times = timesIn(block[at] ?? '');
    if (times === null) return refused('times-unreadable');
    if (times.toMs <= times.fromMs) return refused('times-backwards');
    const said = plainText(block.slice(at + 1));
    if (said !== '') cues.push({ ...times, text: said });
    if (cues.length > CUES_MAX) return refused('too-many-captions');
  }
  if (cues.length === 0) return refused('no-captions');
  return done(captionsText(cues.toSorted((one, other) => one.fromMs - other.fromMs)));
}

/** The cues of captions that we wrote ourselves. */
export function cuesOf(captions: string): Cue[] {
  return blocksOf(captions).flatMap((block) => {
    const times = timesIn(block[0] ?? '');
    return times === null ? [] : [{ ...times, text: unescaped(block.slice(1).join('\n')) }];
  });
}

function captionsText(cues: readonly Cue[]): string {
  const blocks = cues.map(
    ({ fromMs, toMs, text }) => `${timeText(fromMs)} ${ARROW} ${timeText(toMs)}\n${escaped(text)}\n`,
  );
  return `WEBVTT\n\n${blocks.join('\n')}`;
}

function blocksOf(text: string): string[][] {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .split(/\n[ \t]*(?:\n[ \t]*)*\n/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0);
}

/** Whatever stands behind the second time says where on the screen. */
function timesIn(line: string): { fromMs: number; toMs: number } | null {
  const [from = '', rest = ''] = line.split(ARROW);
  const fromMs = millisecondsIn(from.trim());
  const toMs = millisecondsIn(rest.trim().split(/\s/)[0] ?? '');
  return fromMs === null || toMs === null ? null : { fromMs, toMs };
}

function millisecondsIn(text: string): number | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, hours = '0', minutes = '0', seconds = '0', part = '0'] = match;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000 + Number(part.padEnd(3, '0'));
}

function timeText(ms: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1_000) % 60)}.${String(ms % 1_000).padStart(3, '0')}`;
}

/** Without tags such as <i>, <c.yellow> or {\\an8}; an angle bracket that opens no tag is what somebody said. */
function plainText(lines: readonly string[]): string {
  return unescaped(
    lines
      .map((line) => line.replace(/<\/?[a-z][^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}/gi, '').trim())
      .filter((line) => line !== '')
      .join('\n'),
  ).replaceAll(ARROW, '→');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&');
}
