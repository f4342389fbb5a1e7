import { createContext, type ReactNode, useContext, useId } from 'react';
import { useWords } from '#app/words/use-words.ts';
import type { FormReply } from './form-reply.ts';

type Values = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;
type FormState = { reply: FormReply | undefined; values: Values; part: string };

const FormContext = createContext<FormState>({ reply: undefined, values: {}, part: '' });

/**
 * A form that shows what is wrong and loses nothing that was typed.
 *
 * @param reply   what the action answered (422), if it did
 * @param values  what to show before anybody typed, by field name
 */
export function Form(props: {
  reply?: FormReply | undefined;
  values?: Values;
  action?: string;
  /** 'get' for what only chooses what is shown: it may be sent as often as one likes. */
  method?: 'get' | 'post';
  id?: string;
  /** Where several forms of one page have the same fields: what tells this one apart, so that each label has its field. */
  part?: string;
  className?: string;
  upload?: boolean;
  children: ReactNode;
}) {
  return (
    <form
      method={props.method ?? 'post'}
      action={props.action}
      id={props.id}
      className={props.className}
      encType={props.upload ? 'multipart/form-data' : undefined}
      noValidate
      data-once={props.method === 'get' ? undefined : true}
    >
      <FormContext.Provider value={{ reply: props.reply, values: props.values ?? {}, part: props.part ?? '' }}>
        <ErrorSummary reply={props.reply} />
        {props.children}
      </FormContext.Provider>
    </form>
  );
}

/** What is wrong, at the top, each with a link to its field. Takes the focus through `autofocus`-like script. */
export function ErrorSummary({ reply }: { reply: FormReply | undefined }) {
  const { words } = useWords();
  const { part } = useContext(FormContext);
  if (reply === undefined) return null;
  const fields = Object.entries(reply.errors);
  // A button that only rewrote the form has nothing to complain about.
  if (reply.message === null && fields.length === 0) return null;
  return (
    <div className="notice bad" role="alert" tabIndex={-1} data-focus>
      <h2>{words.common.errorTitle}</h2>
      {reply.message !== null && <p>{reply.message}</p>}
      {fields.length > 0 && (
        <ul>
          {fields.map(([name, error]) => (
            <li key={name}>
              <a href={`#${fieldId(name, part)}`}>{error}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** One id per field name and part, so that the summary can link to it. */
export function fieldId(name: string, part = ''): string {
  return ['field', part, name.replace(/[^A-Za-z0-9]+/g, '-')].filter((word) => word !== '').join('-');
}

export type FieldState = {
  id: string;
  name: string;
  error: string | undefined;
  describedBy: string | undefined;
  hintId: string;
  errorId: string;
  value: string;
  values: readonly string[];
};

/** What a field needs to know of its form. */
export function useField(name: string, hint: boolean): FieldState {
  const { reply, values, part } = useContext(FormContext);
  const unique = useId();
  const id = fieldId(name, part);
  const error = reply?.errors[name];
  const hintId = `${id}-hint${unique}`;
  const errorId = `${id}-error${unique}`;
  const typed = reply?.typed[name];
  const initial = values[name];
  const all = reply !== undefined ? (typed ?? []) : toList(initial);
  return {
    id,
    name,
    error,
    hintId,
    errorId,
    describedBy: [hint ? hintId : null, error === undefined ? null : errorId].filter(Boolean).join(' ') || undefined,
    value: all[0] ?? '',
    values: all,
  };
}

function toList(value: Values[string]): readonly string[] {
  if (value === null || value === undefined || value === false) return [];
  if (value === true) return ['on'];
  return typeof value === 'object' ? value : [String(value)];
}
