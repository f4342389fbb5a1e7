import { describe, expect, it } from 'vitest';
import { certainTies, isKeptQuiet, likelyTies, type TieGroup, type TieSeat } from './found-ties.ts';

const bo: TieSeat = {
  memberId: 'bo',
  personId: 'person-bo',
  email: 'bo@harbour.example',
  phone: '+447700900123',
  links: [],
  teams: [],
  mentored: new Set(),
};
const kitchen: TieGroup = {
  applicationId: 'kitchen',
  groupName: 'Common Kitchen CIC',
  hostName: '',
  team: [{ personId: 'person-amina', name: 'Amina Haddad', email: 'amina@gmail.com' }],
  helpers: new Set(),
  phones: [],
};
const certain = (seat: Partial<TieSeat>, group: Partial<TieGroup> = {}) =>
  certainTies([{ ...bo, ...seat }], [{ ...kitchen, ...group }]).map(({ ground }) => ground);
const likely = (seat: Partial<TieSeat>, group: Partial<TieGroup> = {}) =>
  likelyTies([{ ...bo, ...seat }], [{ ...kitchen, ...group }]).map(({ ground, told, like }) => [ground, told, like]);

describe('a tie that the portal is certain of', () => {
  it('is not there between two who have nothing in common', () => {
    expect(certain({})).toEqual([]);
  });
  it.each([
    [
      'the organisation she told',
      { links: [{ kind: 'organisation', name: 'The common kitchen' }] },
      {},
      'organisation',
    ],
    ['somebody she lives with', { links: [{ kind: 'household', name: 'HADDAD, Amina' }] }, {}, 'household'],
    ['who pays her', { links: [{ kind: 'sponsor', name: 'Common Kitchen Ltd' }] }, {}, 'sponsor'],
    [
      'working for whoever would hold its money',
      { links: [{ kind: 'organisation', name: 'Harbour Trust' }] },
      { hostName: 'The Harbour Trust CIO' },
      'organisation',
    ],
    [
      'being paid by whoever would hold its money',
      { links: [{ kind: 'sponsor', name: 'harbour trust ltd' }] },
      { hostName: 'Harbour Trust' },
      'sponsor',
    ],
    ['the same telephone, however it is written', {}, { phones: ['07700 900123'] }, 'household'],
    ['having helped to write it', {}, { helpers: new Set(['person-bo']) }, 'helped'],
    ['having mentored somebody of it', { mentored: new Set(['person-amina']) }, {}, 'mentor'],
    [
      'having been in another team with somebody of it',
      { teams: [{ applicationId: 'garden', team: new Set(['person-bo', 'person-amina']) }] },
      {},
      'team',
    ],
    ['being in its team', {}, { team: [{ personId: 'person-bo', name: 'Bo', email: 'bo@harbour.example' }] }, 'team'],
  ] as const)('is %s', (_what, seat, group, ground) => {
    expect(certain(seat as Partial<TieSeat>, group as Partial<TieGroup>)).toEqual([ground]);
  });
  it('is not a telephone that ends otherwise, a name that is only alike, or a team of hers with others', () => {
    expect(certain({}, { phones: ['07700 900124', ''] })).toEqual([]);
    expect(certain({ links: [{ kind: 'organisation', name: 'Common Kitchens' }] })).toEqual([]);
    expect(certain({ teams: [{ applicationId: 'garden', team: new Set(['person-bo', 'person-yusuf']) }] })).toEqual([]);
  });
  it('is never made of a name without letters', () => {
    expect(certain({ links: [{ kind: 'organisation', name: '--' }] }, { groupName: '…' })).toEqual([]);
    expect(certain({ links: [{ kind: 'organisation', name: '--' }] }, { hostName: '' })).toEqual([]);
  });
});

describe('what staff are asked about', () => {
  it('is a name that is like the group’s or somebody’s of it', () => {
    expect(likely({ links: [{ kind: 'organisation', name: 'Common Kitchens' }] })).toEqual([
      ['organisation', 'Common Kitchens', 'Common Kitchen CIC'],
    ]);
    expect(likely({ links: [{ kind: 'household', name: 'Haddad' }] })).toEqual([
      ['household', 'Haddad', 'Amina Haddad'],
    ]);
  });
  it('is a name that is like that of whoever would hold its money', () => {
    const seat = { links: [{ kind: 'sponsor', name: 'Harbour Trust of Coventry' }] } as const;
    expect(likely(seat, { hostName: 'Harbour Trust' })).toEqual([
      ['sponsor', 'Harbour Trust of Coventry', 'Harbour Trust'],
    ]);
    expect(likely(seat, { hostName: '' })).toEqual([]);
  });
  it('is an address of the same house, and not of a public one', () => {
    const colleague = [{ personId: 'person-cy', name: 'Cy', email: 'cy@harbour.example' }];
    expect(likely({}, { team: colleague })).toEqual([['organisation', 'harbour.example', 'harbour.example']]);
    expect(likely({ email: 'bo@gmail.com' })).toEqual([]);
  });
  it('is nothing where only a short word is shared', () => {
    expect(likely({ links: [{ kind: 'organisation', name: 'Bo' }] })).toEqual([]);
  });
});

describe('what a member does not learn', () => {
  it('is that an applicant named her, or that a name, an address or a telephone led to a group', () => {
    expect(isKeptQuiet({ raisedBy: 'applicant', ground: null })).toBe(true);
    for (const ground of ['organisation', 'household', 'sponsor'])
      expect(isKeptQuiet({ raisedBy: 'portal', ground })).toBe(true);
  });
  it('is not what she did or said herself, nor what staff wrote down', () => {
    for (const ground of ['helped', 'mentor', 'team']) expect(isKeptQuiet({ raisedBy: 'portal', ground })).toBe(false);
    for (const raisedBy of ['member', 'staff', 'passed-on'])
      expect(isKeptQuiet({ raisedBy, ground: null })).toBe(false);
  });
});
