import { useId } from 'react';

/**
 * Something short that is to be taken elsewhere: one tap marks all of it, and where scripts run a button copies it.
 *
 * @param label   what the button says
 * @param copied  what is said once it is done
 */
export function Copyable(props: { text: string; label: string; copied: string; big?: boolean }) {
  const id = useId();
  return (
    <div className="row copyable">
      <code id={id} dir="ltr" className={props.big ? 'amount' : 'fingerprint'}>
        {props.text}
      </code>
      <button type="button" className="button second needs-script no-print" data-copy={id} data-copied={props.copied}>
        {props.label}
      </button>
      <span role="status" className="soft" />
    </div>
  );
}
