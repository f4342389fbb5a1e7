/** The headings under which the page of a panel leads on. */
export const panelDesk = {
  title: 'More about this panel',
  before: 'Before they score',
  people: 'People and their work',
  after: 'After they scored',
};
