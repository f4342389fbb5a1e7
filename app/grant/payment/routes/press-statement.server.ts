import type { Id } from '#app/kernel/id.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { readTable } from '#app/platform/read-table.server.ts';
import type { FormReply } from '#app/ui/form-reply.ts';
import { readForm, typedIn, unprocessable } from '#app/ui/read-form.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { bookLine, lineCameBack, putLineAside, reopenLine, settleLine } from '../commands/decide-line.server.ts';
import { type Imported, importStatement } from '../commands/import-statement.server.ts';
import { columnsForm, lineForms } from '../forms/statement-forms.ts';
import { columnsOf } from '../rules/statement/csv-statement.ts';
import type { WaitingTable } from '../ui/bring-statement.tsx';

type Refusal = ReturnType<typeof unprocessable>;
type Pressed =
  | 'not-found'
  | Refusal
  | { readonly wants: WaitingTable; readonly reply: FormReply | undefined }
  | { readonly go: Readonly<Record<string, string>> };

type Reason = 'not-found' | keyof ReturnType<typeof refusals>;
const refusals = () => wordsIn('en').words.statements.refusals;

/** One button of the page, one command. */
export async function pressStatement(context: Context, partnerId: Id, formData: FormData): Promise<Pressed> {
  const intent = String(formData.get('intent') ?? '');
  switch (intent) {
    case 'bring':
      return bring(context, partnerId, formData);
    case 'columns':
      return bringTable(context, partnerId, formData);
    case 'settle': {
      const form = await readForm(formData, lineForms.settle);
      if (!form.ok) return form.response;
      return answer(form, settleLine(context, form.value.lineId, form.value.payoutId), 'settled');
    }
    case 'came-back': {
      const form = await readForm(formData, lineForms['came-back']);
      if (!form.ok) return form.response;
      return answer(form, lineCameBack(context, form.value.lineId, form.value.payoutId), 'came-back');
    }
    case 'funds': {
      const form = await readForm(formData, lineForms.funds);
      if (!form.ok) return form.response;
      return answer(form, bookLine(context, form.value.lineId, form.value.callId), 'funds');
    }
    case 'aside': {
      const form = await readForm(formData, lineForms.aside);
      if (!form.ok) return form.response;
      return answer(form, putLineAside(context, form.value.lineId, form.value.why), 'aside');
    }
    case 'reopen': {
      const form = await readForm(formData, lineForms.reopen);
      if (!form.ok) return form.response;
      return answer(form, reopenLine(context, form.value.lineId), 'open');
    }
    default:
      return 'not-found';
  }
}

async function bring(context: Context, partnerId: Id, formData: FormData): Promise<Pressed> {
  const { statements } = wordsIn('en').words;
  const file = formData.get('file');
  const typed = typedIn(formData);
  const refuse = (words: string) => unprocessable({ message: null, errors: { file: words }, typed });
  if (!(file instanceof File) || file.size === 0) return refuse(statements.fileMissing);
  const text = decoded(new Uint8Array(await file.arrayBuffer()));
  const brought = importStatement(context, partnerId, { name: file.name.slice(0, 200), text });
  if (brought.ok) return gone(brought.value);
  if (brought.reason === 'not-found') return 'not-found';
  if (brought.reason !== 'columns-wanted') return refuse(statements.refusals[brought.reason]);
  const columns = columnsOf(readTable(text) ?? []);
  if (columns.length < 2) return refuse(statements.refusals.unreadable);
  return { wants: { fileName: file.name.slice(0, 200), text, columns }, reply: undefined };
}

async function bringTable(context: Context, partnerId: Id, formData: FormData): Promise<Pressed> {
  const form = await readForm(formData, columnsForm);
  const text = String(formData.get('table') ?? '');
  const wants = { fileName: String(formData.get('fileName') ?? ''), text, columns: columnsOf(readTable(text) ?? []) };
  if (!form.ok) return { wants, reply: form.reply };
  const { file, mapping, currency } = form.value;
  const brought = importStatement(context, partnerId, file, { mapping, currency });
  if (brought.ok) return gone(brought.value);
  if (brought.reason === 'not-found' || brought.reason === 'columns-wanted') return 'not-found';
  return { wants, reply: { message: refusals()[brought.reason], errors: {}, typed: form.typed } };
}

function gone({ lines, known, settled, open }: Imported): Pressed {
  return { go: { lines: String(lines), known: String(known), settled: String(settled), left: String(open) } };
}

function answer(
  form: { readonly refuse: (message: string) => Refusal },
  outcome: Outcome<unknown, Reason>,
  done: string,
): Pressed {
  if (outcome.ok) return { go: { done } };
  return outcome.reason === 'not-found' ? 'not-found' : form.refuse(refusals()[outcome.reason]);
}

/** Banks write UTF-8, and older ones the alphabet of Windows. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
