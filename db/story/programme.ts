import type { Partner, Programme, Staff } from './types.ts';

export const programme = {
  name: 'Friendly Cities West Midlands',
  region: 'West Midlands, United Kingdom',
  cities: ['Birmingham', 'Coventry', 'Wolverhampton'],
  summary: 'Small grants for groups led by people who moved here from another country.',
  about: [
    'Friendly Cities gives small grants in Coventry, Birmingham and Wolverhampton. The ideas come from people who moved here, and so do a third or more of the people who choose.',
    'You can answer in writing or on video, in any language. You do not need a bank account or a registered group to apply. We never ask for papers.',
    'We pay before you spend. A mentor stays with you for up to a year.',
  ],
} as const satisfies Programme;

export const partners = [
  {
    slug: 'common-ground',
    name: 'Common Ground Partnership',
    city: 'Coventry',
    about: 'A small charity that helps neighbours try out ideas. It runs the social innovation grants.',
    contactEmail: 'hello@common-ground.example',
    contact: {
      phone: '024 7601 0123',
      phoneHours: 'Monday to Friday, 10:00 to 16:00. Leave a message and we call you back.',
      phoneLanguages: ['en', 'ar', 'pa'],
      place: 'The old library, 12 Ford Street, Coventry. Tuesdays and Thursdays, 13:00 to 17:00.',
    },
  },
  {
    slug: 'spark',
    name: 'Spark Enterprise CIC',
    city: 'Birmingham',
    about:
      'A community interest company that teaches people to start a business with a purpose. It runs the social enterprise grants.',
    contactEmail: 'hello@spark-enterprise.example',
    contact: {
      phone: '0121 496 0187',
      phoneHours: 'Monday to Thursday, 9:30 to 15:30.',
      phoneLanguages: ['en', 'ur'],
    },
  },
] as const satisfies readonly Partner[];

export const staff = [
  {
    key: 'grace-okafor',
    name: 'Grace Okafor',
    email: 'grace.okafor@common-ground.example',
    language: 'en',
    partner: 'common-ground',
    duty: 'manager',
    about: 'Runs the social innovation call. A former housing officer who reads every application twice.',
  },
  {
    key: 'daniel-whitehouse',
    name: 'Daniel Whitehouse',
    email: 'daniel.whitehouse@common-ground.example',
    language: 'en',
    partner: 'common-ground',
    duty: 'finance-maker',
    about: 'Prepares the payments on Tuesdays and Fridays, and phones a group when a sort code looks wrong.',
  },
  {
    key: 'harpreet-gill',
    name: 'Harpreet Gill',
    email: 'harpreet.gill@common-ground.example',
    language: 'pa',
    partner: 'common-ground',
    duty: 'finance-checker',
    about: 'Treasurer, one day a week. Approves what Daniel prepared, and asks when she does not understand.',
  },
  {
    key: 'rohan-mehta',
    name: 'Rohan Mehta',
    email: 'rohan.mehta@spark-enterprise.example',
    language: 'en',
    partner: 'spark',
    duty: 'manager',
    about: 'Runs the start-up course and the social enterprise call. Opened and closed a café before this job.',
  },
  {
    key: 'siobhan-kelly',
    name: 'Siobhan Kelly',
    email: 'siobhan.kelly@spark-enterprise.example',
    language: 'en',
    partner: 'spark',
    duty: 'finance-maker',
    about: 'Bookkeeper. Writes to each founder herself on the day the money leaves.',
  },
  {
    key: 'tunde-bakare',
    name: 'Tunde Bakare',
    email: 'tunde.bakare@spark-enterprise.example',
    language: 'en',
    partner: 'spark',
    duty: 'finance-checker',
    about: 'Director of operations. The second signature on every payment.',
  },
] as const satisfies readonly Staff[];

/** Whom a tour or a test follows, by what they do in the story. */
export const leads = {
  managesSocialInnovation: 'grace-okafor',
  managesSocialEnterprise: 'rohan-mehta',
  preparesPayments: 'daniel-whitehouse',
  approvesPayments: 'harpreet-gill',
  appliesInWriting: 'amina-osman',
  appliesOnVideo: 'yonas-tesfay',
  appliesInArabic: 'rima-haddad',
  startsAnEnterprise: 'olena-bondar',
  assesses: 'bo-leung',
  assessesEnterprises: 'farida-noori',
  mentors: 'marta-nowak',
  leavesADraft: 'ifeoma-nwosu',
  withdraws: 'kasia-lis',
} as const;
