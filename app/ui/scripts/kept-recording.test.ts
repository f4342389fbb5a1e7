import { describe, expect, it } from 'vitest';
import { isAtServer } from './kept-recording.ts';

describe('a recording that is kept on a device', () => {
  it('is one too many once it stands on the page, or was sent and stands beside what is recorded anew', () => {
    expect(isAtServer({ mediaId: 'film' }, { recorded: 'film' })).toBe(true);
    expect(isAtServer({ mediaId: 'film' }, { sent: 'film' })).toBe(true);
    expect(isAtServer({ mediaId: 'film' }, { recorded: 'second', sent: 'film' })).toBe(true);
  });

  it('stays where the server has another one or none, and where it was not sent yet or was refused', () => {
    expect(isAtServer({ mediaId: 'film' }, { recorded: 'second', sent: 'first' })).toBe(false);
    expect(isAtServer({ mediaId: 'film' }, {})).toBe(false);
    expect(isAtServer({ mediaId: null }, {})).toBe(false);
    expect(isAtServer({ mediaId: 'refused' }, { recorded: 'second' })).toBe(false);
  });
});
