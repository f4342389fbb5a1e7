import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { statementDesk } from '../queries/statement-desk.server.ts';
import { BringStatement, ChooseColumns } from '../ui/bring-statement.tsx';
import { StatementFiles } from '../ui/statement-files.tsx';
import { LinesAside, StatementLines } from '../ui/statement-lines.tsx';
import { pressStatement } from './press-statement.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.statements.title);

const DONE = ['settled', 'came-back', 'funds', 'aside', 'open'] as const;
const COUNTS = ['lines', 'known', 'settled', 'left'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const count = (name: (typeof COUNTS)[number]) => Number(/^\d{1,6}$/.exec(asked.get(name) ?? '')?.[0] ?? 0);
  return {
    desk: found(statementDesk(signedIn(context, request), params.partnerId ?? '')),
    done: DONE.find((name) => name === asked.get('done')) ?? null,
    brought: asked.has('lines')
      ? { lines: count('lines'), known: count('known'), settled: count('settled'), open: count('left') }
      : null,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { partner } = found(statementDesk(portal, params.partnerId ?? ''));
  const pressed = await pressStatement(portal, partner.id, await request.formData());
  if (pressed === 'not-found') return notFound();
  if ('wants' in pressed) return data(pressed, { status: pressed.reply === undefined ? 200 : 422 });
  if (!('go' in pressed)) return pressed;
  throw redirect(paths.financeStatements({ partnerId: partner.id, ...pressed.go }), 303);
}

export default function FinanceStatements() {
  const { words, language } = useWords();
  const { statements, payment } = words;
  const { desk, done, brought } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const table = answered !== undefined && 'wants' in answered ? answered.wants : null;
  const reply = answered !== undefined && 'wants' in answered ? answered.reply : answered;
  const asked = reply?.typed.intent?.[0];
  const replyTo = (intent: string, lineId: string) =>
    asked === intent && reply?.typed.lineId?.[0] === lineId ? reply : undefined;
  return (
    <Page
      back={paths.finance()}
      backLabel={payment.workTitle}
      overline={desk.partner.name}
      title={statements.title}
      lead={statements.lead}
    >
      {done !== null && (
        <Notice tone="good" live>
          {statements.done[done]}
        </Notice>
      )}
      {brought !== null && (
        <Notice tone={brought.open === 0 ? 'good' : 'plain'} live>
          <p>{say(language, statements.brought, brought)}</p>
          {brought.known > 0 && <p>{say(language, statements.broughtKnown, { known: brought.known })}</p>}
        </Notice>
      )}
      {table === null ? (
        <BringStatement reply={asked === 'bring' ? reply : undefined} />
      ) : (
        <ChooseColumns table={table} currencies={desk.currencies} reply={asked === 'columns' ? reply : undefined} />
      )}
      <StatementLines desk={desk} replyTo={replyTo} />
      <LinesAside desk={desk} replyTo={replyTo} />
      <StatementFiles desk={desk} />
    </Page>
  );
}
