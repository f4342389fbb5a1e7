import { describe, expect, it } from 'vitest';
import { testWorld } from '#test/world/test-world.ts';
import { setContact } from './commands/set-contact.server.ts';
import { contactOf, contactToEdit, letterFoot } from './queries/contact.server.ts';

const contact = {
  email: 'ask@ground.example',
  phone: '024 7601 0123',
  phoneHours: 'Monday to Friday, 10 to 16',
  phoneLanguages: ['en', 'ar'],
  place: 'The old library, Tuesdays',
};

/** A partner with Grace who manages and Daniel who pays, and Sam of another one. */
function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Daniel: ['finance'] });
  const other = world.partner('spark', { Sam: ['manager'] });
  return { world, partnerId, grace: staff.Grace ?? '', daniel: staff.Daniel ?? '', sam: other.staff.Sam ?? '' };
}

describe('how a partner is reached', () => {
  it('is by e-mail from the first day, and by what its manager says from that moment on', () => {
    const { world, partnerId, grace } = office();
    expect(contactOf(world.as(null), partnerId)).toMatchObject({
      phone: '',
      dial: null,
      phoneLanguages: [],
      place: '',
    });
    expect(contactOf(world.as(null), partnerId)?.email).toContain('@');
    expect(setContact(world.as(grace), partnerId, contact)).toEqual({ ok: true, value: 'saved' });
    expect(contactOf(world.as(null), partnerId)).toMatchObject({ ...contact, dial: 'tel:+442476010123' });
  });

  it('is said by nobody else', () => {
    const { world, partnerId, daniel, sam } = office();
    for (const personId of [daniel, sam, world.person('Amina')]) {
      expect(setContact(world.as(personId), partnerId, contact)).toEqual({ ok: false, reason: 'not-found' });
      expect(contactToEdit(world.as(personId), partnerId)).toBeNull();
    }
    expect(setContact(world.as(null), partnerId, contact)).toEqual({ ok: false, reason: 'not-found' });
    expect(contactOf(world.as(null), partnerId)?.phone).toBe('');
  });

  it('never has a number that nobody can dial', () => {
    const { world, partnerId, grace } = office();
    const outcome = setContact(world.as(grace), partnerId, { ...contact, phone: 'ask Rosa' });
    expect(outcome).toEqual({ ok: false, reason: 'phone-malformed' });
    expect(contactOf(world.as(null), partnerId)?.phone).toBe('');
  });
});

describe('the foot of a letter', () => {
  it('says whom to call, when and in which languages, and where to write', () => {
    const { world, partnerId, grace } = office();
    setContact(world.as(grace), partnerId, contact);
    const [name, ...lines] = letterFoot(world.as(null), partnerId, 'en').split('\n');
    expect(name).toBe(contactOf(world.as(null), partnerId)?.partnerName);
    expect(lines).toEqual([
      'Phone: 024 7601 0123',
      'Monday to Friday, 10 to 16',
      'We speak: English and العربية',
      'E-mail: ask@ground.example',
    ]);
  });

  it('keeps a number in its order among words that run from right to left', () => {
    const { world, partnerId, grace } = office();
    setContact(world.as(grace), partnerId, contact);
    expect(letterFoot(world.as(null), partnerId, 'ar')).toContain('\u2068024 7601 0123\u2069');
  });

  it('leaves out what there is none of', () => {
    const { world, partnerId } = office();
    const lines = letterFoot(world.as(null), partnerId, 'en', 'The panel').split('\n');
    expect(lines[0]).toBe('The panel');
    expect(lines).toHaveLength(2);
  });
});
