import { describe, expect, it } from 'vitest';
import { contactFaults, dialled, mayEditContact, type PartnerContact } from './contact.ts';

const contact: PartnerContact = {
  email: 'hello@ground.example',
  phone: '024 7601 0123',
  phoneHours: 'Monday to Friday, 10 to 16',
  phoneLanguages: ['en', 'ar'],
  place: '',
};

describe('saying how to reach a partner', () => {
  it('needs no telephone and no place', () => {
    expect(contactFaults(contact)).toEqual([]);
    expect(contactFaults({ ...contact, phone: '', phoneHours: '', phoneLanguages: [] })).toEqual([]);
  });

  it('takes no number that nobody can dial', () => {
    expect(contactFaults({ ...contact, phone: '024' })).toEqual([{ field: 'phone', fault: 'phone-malformed' }]);
  });

  it('sends nobody to a telephone that is not there', () => {
    expect(contactFaults({ ...contact, phone: '' })).toEqual([
      { field: 'phoneHours', fault: 'hours-without-phone' },
      { field: 'phoneLanguages', fault: 'languages-without-phone' },
    ]);
  });

  it('is for a manager of that partner', () => {
    const actor = (partnerId: string, duty: 'manager' | 'finance') => ({
      personId: 'grace',
      duties: [{ partnerId, duty }],
    });
    expect(mayEditContact(actor('ground', 'manager'), 'ground')).toBe(true);
    expect(mayEditContact(actor('spark', 'manager'), 'ground')).toBe(false);
    expect(mayEditContact(actor('ground', 'finance'), 'ground')).toBe(false);
    expect(mayEditContact(null, 'ground')).toBe(false);
  });
});

describe('a telephone number as a link', () => {
  it('is dialled with its country, however it was written', () => {
    expect(dialled('024 7601 0123')).toBe('tel:+442476010123');
    expect(dialled('+44 24 7601 0123')).toBe('tel:+442476010123');
  });

  it('is none without a number', () => {
    expect(dialled('')).toBeNull();
  });
});
