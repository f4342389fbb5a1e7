import { invariant } from '#app/kernel/invariant.ts';
import { decimalAmount, sumMinor } from '#app/kernel/money.ts';
import type { BankAccount } from './bank-account.ts';
import { bankName } from './bank-text.ts';
import type { CreditTransfer, TransferRun } from './credit-transfer.ts';

/**
 * Writes a UK domestic credit transfer file in pounds: ISO 20022 pain.001.001.09.
 *
 * Sort codes are clearing members of GBDSC; account numbers stand in Othr. The schema checks neither the number
 * of payments nor their sum, so both are counted here, from the payments themselves.
 *
 * @source ISO 20022 message definition pain.001.001.09 (2019)
 */
export function writePain001(run: TransferRun): string {
  invariant(run.transfers.length > 0, 'a bank file holds at least one payment');
  invariant(run.msgId.length <= 35, 'a message id has 35 characters at most');
  const count = String(run.transfers.length);
  const sum = decimalAmount(sumMinor(run.transfers.map((transfer) => transfer.amountMinor)), 'GBP');
  const payer = text('Nm', bankName(run.payer.name));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">',
    '  <CstmrCdtTrfInitn>',
    '    <GrpHdr>',
    `      ${text('MsgId', run.msgId)}`,
    `      ${text('CreDtTm', new Date(run.madeAt).toISOString())}`,
    `      ${text('NbOfTxs', count)}`,
    `      ${text('CtrlSum', sum)}`,
    `      <InitgPty>${payer}</InitgPty>`,
    '    </GrpHdr>',
    '    <PmtInf>',
    `      ${text('PmtInfId', run.msgId)}`,
    '      <PmtMtd>TRF</PmtMtd>',
    '      <BtchBookg>false</BtchBookg>',
    `      ${text('NbOfTxs', count)}`,
    `      ${text('CtrlSum', sum)}`,
    `      <ReqdExctnDt>${text('Dt', run.executionDate)}</ReqdExctnDt>`,
    `      <Dbtr>${payer}</Dbtr>`,
    `      <DbtrAcct>${accountId(run.payer)}<Ccy>GBP</Ccy></DbtrAcct>`,
    `      <DbtrAgt>${bankOf(run.payer)}</DbtrAgt>`,
    '      <ChrgBr>SLEV</ChrgBr>',
    ...run.transfers.flatMap(transferLines),
    '    </PmtInf>',
    '  </CstmrCdtTrfInitn>',
    '</Document>',
    '',
  ].join('\n');
}

function transferLines(transfer: CreditTransfer): string[] {
  invariant(transfer.amountMinor > 0, 'only money is sent');
  invariant(transfer.endToEndId.length <= 35, 'an end-to-end id has 35 characters at most');
  const id = text('InstrId', transfer.endToEndId) + text('EndToEndId', transfer.endToEndId);
  return [
    '      <CdtTrfTxInf>',
    `        <PmtId>${id}</PmtId>`,
    `        <Amt><InstdAmt Ccy="GBP">${decimalAmount(transfer.amountMinor, 'GBP')}</InstdAmt></Amt>`,
    `        <CdtrAgt>${bankOf(transfer.payee)}</CdtrAgt>`,
    `        <Cdtr>${text('Nm', bankName(transfer.payee.name))}</Cdtr>`,
    `        <CdtrAcct>${accountId(transfer.payee)}</CdtrAcct>`,
    `        <RmtInf>${text('Ustrd', transfer.reference)}</RmtInf>`,
    '      </CdtTrfTxInf>',
  ];
}

function bankOf(account: BankAccount): string {
  const member = `<ClrSysId><Cd>GBDSC</Cd></ClrSysId>${text('MmbId', account.sortCode)}`;
  return `<FinInstnId><ClrSysMmbId>${member}</ClrSysMmbId></FinInstnId>`;
}

function accountId(account: BankAccount): string {
  return `<Id><Othr>${text('Id', account.accountNumber)}</Othr></Id>`;
}

function text(element: string, content: string): string {
  return `<${element}>${escapeXml(content)}</${element}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(content: string): string {
  return content.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
