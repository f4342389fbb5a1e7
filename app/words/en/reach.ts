/** Words of how to reach a person at the awarding partner. */
export const reach = {
  title: 'Talk to a person',
  lead: 'You can ask {partner} anything about this call. It makes no difference to the decision.',
  leadAfter: '{partner} answers questions about your application.',
  phone: 'Phone',
  phoneHours: 'When somebody answers',
  phoneLanguages: 'We speak',
  email: 'E-mail',
  place: 'Come by',
  ask: 'Do you have a question? Talk to a person',
  footPhone: 'Phone: {phone}',
  footLanguages: 'We speak: {languages}',
  footEmail: 'E-mail: {email}',
} as const;
