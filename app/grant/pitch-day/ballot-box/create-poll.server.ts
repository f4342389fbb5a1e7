import { toHex } from '#app/kernel/hex.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import { checkManifest, type Manifest, type ManifestRefusal, manifestHash } from '../rules/manifest.ts';
import { PASS_LEVEL } from '../rules/pass.ts';
import { makeIssuingKey } from './issuing.server.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { publicKeyOf, SIGNING_SECRET_BYTES } from './signing.server.ts';
import { transact } from './transact.server.ts';

/** What the caller decides; the ballot box adds the keys. */
export type ManifestDraft = Omit<Manifest, 'version' | 'signingKey' | 'issuingKey'>;

export type CreatedPoll = { readonly manifest: Manifest; readonly manifestHash: string };

/**
 * Starts a poll as a draft with keys of its own. The manifest can no longer be edited: a changed mind
 * is another poll.
 *
 * @param randomBytes  a cryptographic source
 */
export function createPoll(
  box: BallotBox,
  draft: ManifestDraft,
  randomBytes: (length: number) => Uint8Array,
): Outcome<CreatedPoll, ManifestRefusal | 'poll-exists'> {
  return transact(box, () => {
    const secret = Buffer.from(randomBytes(SIGNING_SECRET_BYTES));
    const issuing = draft.levels.includes(PASS_LEVEL) ? makeIssuingKey() : null;
    const checked = checkManifest({
      ...draft,
      version: 1,
      signingKey: toHex(publicKeyOf(secret)),
      ...(issuing === null ? {} : { issuingKey: issuing.modulus }),
    });
    if (!checked.ok) return checked;
    const manifest = checked.value;
    const { pollId } = manifest;
    if (box.casting.findPoll(pollId) !== null) return refused('poll-exists');
    const hash = Buffer.from(manifestHash(manifest));
    box.statements.insertPoll.run({ pollId, manifest: canonicalJson(manifest), manifestHash: hash });
    box.statements.insertSigningKey.run({ pollId, secret });
    if (issuing !== null) box.statements.insertIssuingKey.run({ pollId, secret: issuing.secret });
    return done({ manifest, manifestHash: toHex(hash) });
  });
}
