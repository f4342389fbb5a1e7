export const call = {
  navCalls: 'Open calls',
  navStaff: 'Your calls',
} as const;
