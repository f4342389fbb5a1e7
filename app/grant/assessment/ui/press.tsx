import type { ReactNode } from 'react';
import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';

/** One of the chair's buttons, with what was on the table when the page was made: an old page changes nothing. */
export function Press(props: {
  press: 'next' | 'clear' | 'call' | 'leave-out' | 'bring-back';
  seen: string | null;
  applicationId?: string;
  look?: 'first' | 'second';
  big?: boolean;
  describedBy?: string;
  children: ReactNode;
}) {
  return (
    <form method="post" data-once>
      <Hidden name="seen" value={props.seen ?? ''} />
      {props.applicationId !== undefined && <Hidden name="applicationId" value={props.applicationId} />}
      <Button
        look={props.look ?? 'second'}
        big={props.big ?? false}
        name="intent"
        value={props.press}
        {...(props.describedBy === undefined ? {} : { describedBy: props.describedBy })}
      >
        {props.children}
      </Button>
    </form>
  );
}

/** The chair says of somebody that she is here, has gone home, or is outside for this one. */
export function MarkAttendance(props: {
  memberId: string;
  attendance: 'here' | 'gone' | 'out';
  label?: string;
  look?: 'first' | 'second' | 'link';
  children: ReactNode;
}) {
  return (
    <form method="post" data-once>
      <Hidden name="memberId" value={props.memberId} />
      <button
        id={`${props.attendance}-${props.memberId}`}
        type="submit"
        className={`button${props.look === undefined || props.look === 'first' ? '' : ` ${props.look}`}`}
        name="intent"
        value={props.attendance}
        aria-label={props.label}
      >
        {props.children}
      </button>
    </form>
  );
}
