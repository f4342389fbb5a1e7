import type { LoaderFunctionArgs } from '@remix-run/node';
import { writeCsv } from '#app/kernel/csv.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { languageName } from '#app/words/language-name.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { comingList } from '../queries/coming-list.server.ts';

/** Everybody who signed up, as a table for spreadsheets: whoever cooks or looks after children needs one. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { comers } = found(comingList(signedIn(context, request), params.callId ?? ''));
  const { comingDesk: text } = wordsIn('en').words;
  const yes = (is: boolean) => (is ? text.yes : '');
  const rows = comers.map((comer) => [
    String(comer.turn),
    comer.name,
    text.states[comer.state],
    String(comer.people),
    comer.email ?? '',
    comer.phone ?? '',
    comer.interpreter === null ? '' : languageName(comer.interpreter),
    String(comer.children),
    comer.food,
    yes(comer.wantsTravelMoney),
    comer.toKnow,
    yes(comer.cameAt !== null),
  ]);
  return new Response(writeCsv([Object.values(text.fileColumns), ...rows]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="who-comes.csv"',
    },
  });
}
