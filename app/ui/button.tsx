import type { ReactNode } from 'react';

type Look = 'first' | 'second' | 'danger' | 'link' | 'sun';

export function Button(props: {
  children: ReactNode;
  look?: Look;
  big?: boolean;
  name?: string;
  value?: string;
  formAction?: string;
  describedBy?: string;
}) {
  return (
    <button
      type="submit"
      className={classOf(props.look, props.big)}
      name={props.name}
      value={props.value}
      formAction={props.formAction}
      aria-describedby={props.describedBy}
    >
      {props.children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(props: { to: string; children: ReactNode; look?: Look; big?: boolean; download?: boolean }) {
  return (
    <a className={classOf(props.look, props.big)} href={props.to} download={props.download || undefined}>
      {props.children}
    </a>
  );
}

function classOf(look: Look = 'first', big = false): string {
  return `button${look === 'first' ? '' : ` ${look}`}${big ? ' big' : ''}`;
}
