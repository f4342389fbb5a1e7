/** Words of the glossary that a call carries. */
export const glossary = {
  publicTitle: 'What words mean here',
} as const;
