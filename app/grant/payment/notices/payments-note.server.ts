import type { Keeper } from '#app/platform/outbox.server.ts';
import { paymentsReserved } from '../queries/payments-reserved.server.ts';
import { readPaymentsNote } from '../rules/stops.ts';

/**
 * Writes beside the files how many payments the books know. It rises only, so that an older copy of the books is found out;
 * somebody who has compared the bank after a restore lets it begin from what the books know now.
 */
export const notePayments: Keeper = async (context, promised) => {
  const known = paymentsReserved(context);
  const noted = readPaymentsNote(await context.files.note('payments'));
  if (promised.detail.after === 'restore' || noted === null || noted < known)
    await context.files.writeNote('payments', String(known));
  return () => undefined;
};
