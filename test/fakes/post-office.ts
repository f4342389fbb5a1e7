import type { Envelope, Transport } from '#app/platform/mailer.server.ts';

/** A mail server that remembers what it took, tells a repeated Message-ID apart, and can be closed for a while. */
export class PostOffice implements Transport {
  readonly delivered = new Map<string, Envelope>();
  isOpen = true;
  attempts = 0;

  async sendMail(envelope: Envelope): Promise<void> {
    this.attempts += 1;
    if (!this.isOpen) throw new Error('450 try again later');
    this.delivered.set(envelope.messageId, envelope);
  }
}
