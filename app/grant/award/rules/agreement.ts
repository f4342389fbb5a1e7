import { sha256Hex } from '#app/kernel/digest.ts';

/** What the agreement says about this one grant. Amounts are written as a person reads them. */
export type AgreementFacts = {
  readonly partnerName: string;
  readonly partnerEmail: string;
  readonly callTitle: string;
  readonly groupName: string;
  readonly title: string;
  readonly reference: string;
  readonly amount: string;
  /** Whole percent of each payment, first to last; they add up to 100. */
  readonly parts: readonly number[];
};

export type Agreement = {
  readonly version: 'v1';
  /** Plain text, exactly as it is hashed, kept and shown. */
  readonly text: string;
  /** SHA-256 of the text in UTF-8, in hexadecimal. */
  readonly hash: string;
};

/**
 * Writes the agreement for one grant. A published version is never reworded: the next wording is 'v2'.
 *
 * Line 1 is the title; a line that begins with a number is a heading; a line that begins with "- " is a point.
 */
export function writeAgreement(facts: AgreementFacts): Agreement {
  const one = oneLine(facts);
  const text = [
    `Agreement about your grant from ${one.partnerName}`,
    '',
    '1. Who agrees',
    `- ${one.partnerName} gives the grant.`,
    `- ${one.groupName} receives the grant.`,
    '- The person who applied speaks for the group.',
    '',
    '2. What the money is for',
    `- The grant comes from the call "${one.callTitle}".`,
    `- The money is for your plan "${one.title}", application ${one.reference}.`,
    '- Small changes to the plan are yours to make. Please ask us before you make a big change.',
    '',
    '3. How much, and when',
    `- The grant is ${one.amount}. It is not a loan.`,
    ...paymentPoints(facts.parts),
    '- Your group does not need its own bank account. You choose who receives the money for you.',
    '',
    '4. What you do',
    '- You use the money for the plan, and for nothing against the law.',
    '- You keep receipts. A photo of each receipt is enough.',
    '- You talk with your mentor. Your check-ins are your report, and we ask for no other report.',
    '- You tell us early when something goes wrong. We will look for a way together.',
    '',
    '5. What we do',
    '- We find a mentor who knows your language or your kind of work.',
    '- We show on your page where your money is, and who acts next.',
    '- We never ask about anybody’s right to be in this country.',
    '',
    '6. If you stop',
    '- You can end this agreement at any time. Write to us.',
    '- You then return the money that you have not spent on the plan.',
    '- We may ask for money back that was spent on something else.',
    '',
    '7. What others can see',
    '- We publish the name of your group, the name of your plan and the amount.',
    '- We do not publish your address or how to reach you.',
    '',
    '8. Questions',
    `- Write to ${one.partnerEmail} before you agree, and at any time after.`,
    '',
  ].join('\n');
  return { version: 'v1', text, hash: sha256Hex(text) };
}

function paymentPoints(parts: readonly number[]): string[] {
  if (parts.length === 1) return ['- We pay all of it at the start. You do not spend your own money first.'];
  return [
    `- We pay it in ${parts.length} parts. Part 1 is ${parts[0]} percent, and we pay it at the start.`,
    ...parts.slice(1).map((percent, place) => `- Part ${place + 2} is ${percent} percent.`),
    '- We pay the next part when you have met a milestone. You agree the milestones with your mentor.',
  ];
}

/** A name over two lines could otherwise write a heading of its own into the agreement. */
function oneLine(facts: AgreementFacts): Omit<AgreementFacts, 'parts'> {
  const { parts: _, ...texts } = facts;
  const squeezed = Object.entries(texts).map(([name, text]) => [name, text.replace(/\s+/gu, ' ').trim()]);
  return Object.fromEntries(squeezed) as Omit<AgreementFacts, 'parts'>;
}

export type AgreementPart = { readonly heading: string; readonly points: readonly string[] };

/** Reads the lines of an agreement of any version back into a title, headings and points, to be shown. */
export function readAgreement(text: string): { readonly title: string; readonly parts: readonly AgreementPart[] } {
  const [title = '', ...lines] = text.split('\n');
  const parts: { heading: string; points: string[] }[] = [];
  for (const line of lines) {
    if (/^\d+\. /.test(line)) parts.push({ heading: line, points: [] });
    else if (line.startsWith('- ')) parts.at(-1)?.points.push(line.slice(2));
  }
  return { title, parts };
}
