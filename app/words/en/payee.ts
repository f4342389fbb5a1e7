/** Words about where a group's money goes: for those who wait for it, and for accounts on both sides. */
export const payee = {
  // the page of the money
  yourTitle: 'Your money',
  yourLead: 'Here you see where your money is, and who does something next.',
  yourPart: '{amount}, part {position} of {count}',
  yourWhole: '{amount}',
  yourNotBooked: '{partner} has not booked the money for your grant yet. You do not need to do anything.',
  statuses: {
    'waits-for-check-in': 'We can pay this after your next check-in with your mentor.',
    'needs-details': 'Please tell us where the money should go.',
    'details-on-hold': 'You changed where the money goes. We wait until {when} in case it was not you.',
    'ready-to-pay': '{partner} prepares the payment now.',
    'being-checked': 'A second person at {partner} checks the payment.',
    'with-the-bank': 'The bank has it. It should arrive in about three working days.',
    paid: 'Paid on {when}.',
  },
  done: {
    details: 'Saved. Thank you.',
    unchanged: 'These are the details we already have.',
  },
  yourDetails: 'Where your money goes',
  yourNoDetails: 'You have not told us yet.',
  addDetails: 'Tell us where the money goes',
  changeDetails: 'Change this',
  detailsChanged: 'When somebody changes this, we send you an e-mail and wait three days before we pay.',
  noPapers: 'We never ask for your papers, your passport or how you came here.',

  // whose account
  holder: 'Whose account',
  holders: {
    own: 'Our own account',
    group: 'The account of another group',
    supplier: 'Somebody we buy from: you pay their bill',
  },
  holderHints: {
    own: 'It belongs to your group, or to somebody in it.',
    group: 'Another group receives the money for you and passes it on.',
    supplier: 'A shop, a hall, a printer: the money goes straight to them, and you need no account.',
  },

  // the form
  title: 'Where should the money go?',
  lead: 'It can go to an account of yours, to another group, or straight to somebody you buy from. Choose what suits you. Nobody asks why.',
  whose: 'Whose account is it?',
  account: 'The bank account',
  accountName: 'Name on the account',
  accountNameHint: 'As it stands on the bank statement or on the bill. It can be another name than your group’s.',
  accountHostHint: 'You said that {host} would hold the money. Change the name if that is different now.',
  sortCode: 'Sort code',
  sortCodeHint: 'Six numbers, for example 12-34-56.',
  accountNumber: 'Account number',
  accountNumberHint: 'Eight numbers. If yours has six or seven, type those.',
  lookedAgain: 'I have compared the numbers with the bank statement or the bill. They are right.',
  notSortCode: 'A sort code has six numbers, for example 12-34-56.',
  notAccountNumber: 'An account number has eight numbers. If yours is longer, ask your bank for the eight.',
  notLatin: 'Write the name in Latin letters, as on the bank statement.',
  save: 'Save',
  refusals: {
    'not-accepted': 'This award has not been accepted.',
    'account-unlikely':
      'This sort code and account number do not usually belong together. Please look at the statement or the bill. If they are right, tick the box.',
    'money-on-its-way': 'A payment is on its way to the bank. You can change this when it has arrived.',
  },
} as const;
