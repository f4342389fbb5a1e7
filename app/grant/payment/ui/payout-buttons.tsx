import type { ReactNode } from 'react';
import { Button } from '#app/ui/button.tsx';
import { Hidden, TextField, Tick } from '#app/ui/fields.tsx';
import { ErrorSummary, Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';
import type { PayoutSheet } from '../queries/payout-sheet.server.ts';

/** What the reader may do with a payment now; and when she may not, why. */
export function PayoutButtons({ sheet, reply }: { sheet: PayoutSheet; reply: FormReply | undefined }) {
  const { words } = useWords();
  const { payment } = words;
  const { state, reader } = sheet;
  const asked = reply?.typed.intent?.[0];
  const replyTo = (intent: string) => (asked === intent ? reply : undefined);
  const shown = shownIntents(sheet);
  return (
    <>
      {/* The page has moved on since the button was pressed: its form is gone, the reason must not be. */}
      {reply !== undefined && !shown.includes(asked ?? '') && <ErrorSummary reply={reply} />}
      {state === 'draft' && reader.isMaker && (
        <Step intent="submit" lead={payment.submitLead} label={payment.submit} reply={replyTo('submit')} />
      )}
      {state === 'submitted' && reader.mayNotApprove !== null && (
        <Notice tone="warn">{payment.approveNot[reader.mayNotApprove]}</Notice>
      )}
      {shown.includes('approve') && (
        <Step intent="approve" lead={payment.approveLead} label={payment.approve} reply={replyTo('approve')}>
          <Hidden name="hash" value={sheet.hash} />
        </Step>
      )}
      {state === 'approved' && sheet.rail === 'bank-file' && <Notice>{payment.waitForFile}</Notice>}
      {shown.includes('settle') && (
        <Step
          intent="settle"
          lead={sheet.rail === 'by-hand' ? payment.settleByHandLead : payment.settleLead}
          label={payment.settle}
          reply={replyTo('settle')}
        >
          <TextField name="evidence" label={payment.evidenceLabel} hint={payment.evidenceHint} />
        </Step>
      )}
      {shown.includes('reject') && (
        <More title={payment.reject} isOpen={asked === 'reject'}>
          <Step intent="reject" lead={payment.rejectLead} label={payment.reject} danger reply={replyTo('reject')}>
            <TextField name="reason" label={payment.reason} hint={payment.reasonHint} />
          </Step>
        </More>
      )}
      {shown.includes('fail') && (
        <More title={payment.problem} isOpen={asked === 'fail'}>
          <Step intent="fail" lead={payment.failedLead} label={payment.failed} danger reply={replyTo('fail')}>
            <TextField name="failReason" label={payment.reason} hint={payment.reasonHint} />
            <Tick name="failSure" label={payment.failedSure} />
          </Step>
        </More>
      )}
      {shown.includes('return') && (
        <More title={payment.problem} isOpen={asked === 'return'}>
          <Step intent="return" lead={payment.returnedLead} label={payment.returned} danger reply={replyTo('return')}>
            <TextField name="returnReason" label={payment.reason} hint={payment.reasonHint} />
            <Tick name="returnSure" label={payment.returnedSure} />
          </Step>
        </More>
      )}
    </>
  );
}

function shownIntents({ state, rail, reader, isStopped }: PayoutSheet): string[] {
  switch (state) {
    case 'draft':
      return reader.isMaker ? ['submit', 'reject'] : ['reject'];
    case 'submitted':
      return reader.mayNotApprove === null && !isStopped ? ['approve', 'reject'] : ['reject'];
    case 'approved':
      return rail === 'by-hand' && !isStopped ? ['settle', 'reject'] : ['reject'];
    case 'reserved':
    case 'sending':
      return ['settle', 'fail'];
    case 'settled':
      return ['return'];
    default:
      return [];
  }
}

function Step(props: {
  intent: string;
  lead: string;
  label: string;
  danger?: boolean;
  reply: FormReply | undefined;
  children?: ReactNode;
}) {
  return (
    <Form reply={props.reply} className="card">
      <Hidden name="intent" value={props.intent} />
      <p>{props.lead}</p>
      {props.children}
      <Button look={props.danger ? 'danger' : 'first'}>{props.label}</Button>
    </Form>
  );
}

function More(props: { title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details open={props.isOpen || undefined}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  );
}
