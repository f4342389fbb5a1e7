import { describe, expect, it } from 'vitest';
import { mailboxOf } from './mailbox.ts';

describe('a mailbox', () => {
  it('is the same under all its sub-addresses, in capitals or not', () => {
    for (const address of ['Nura@People.example', 'nura+1@people.example', 'nura+vote+more@people.example'])
      expect(mailboxOf(address)).toBe('nura@people.example');
  });

  it('is the same with and without dots where its provider reads none, and another elsewhere', () => {
    for (const address of ['n.u.r.a@gmail.com', 'nura@googlemail.com', 'NU.RA+x@GoogleMail.com'])
      expect(mailboxOf(address)).toBe('nura@gmail.com');
    expect(mailboxOf('n.ura@people.example')).toBe('n.ura@people.example');
  });

  it('is never empty', () => {
    expect(mailboxOf('+tag@people.example')).toBe('+tag@people.example');
    expect(mailboxOf('"a@b"@people.example')).toBe('"a@b"@people.example');
  });
});
