import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { type Contact, contactSchema } from "@kuultu/domain/feedback/contact";

import type { OriginalCipher, Scope } from "#trpc/scope";

/** A contact as it lies in its table; the key is elsewhere. */
export type SealedContact = ReturnType<OriginalCipher["encrypt"]>;

export function sealedContact(cipher: OriginalCipher, contact: Contact): SealedContact {
  return cipher.encrypt(JSON.stringify(contact));
}

/** Writes contacts beside their items; one that is there gives way. */
export async function writeContacts(
  tx: OrganisationTransaction,
  contacts: readonly { readonly itemId: string; readonly sealed: SealedContact }[],
): Promise<void> {
  if (contacts.length === 0) return;
  await tx.sql({
    name: "feedback.write-contacts",
    text: `INSERT INTO feedback_contact (organisation_id, item_id, key_version, nonce, ciphertext)
      SELECT $1::uuid, * FROM unnest($2::uuid[], $3::smallint[], $4::bytea[], $5::bytea[])
      ON CONFLICT (organisation_id, item_id)
      DO UPDATE SET key_version = excluded.key_version, nonce = excluded.nonce, ciphertext = excluded.ciphertext`,
    values: [
      tx.organisationId,
      contacts.map(({ itemId }) => itemId),
      contacts.map(({ sealed }) => sealed.keyVersion),
      contacts.map(({ sealed }) => Buffer.from(sealed.nonce)),
      contacts.map(({ sealed }) => Buffer.from(sealed.ciphertext)),
    ],
  });
}

/** The contact of an item, null where there is none. Who may read it and that it was read, the caller sees to. */
export async function contactOf(
  tx: OrganisationTransaction,
  scope: Pick<Scope, "cipher">,
  itemId: string,
): Promise<Contact | null> {
  const stored = await tx.feedbackContact.findUnique({
    where: { organisationId_itemId: { organisationId: tx.organisationId, itemId } },
    select: { keyVersion: true, nonce: true, ciphertext: true },
  });
  return stored === null ? null : contactSchema.parse(JSON.parse(scope.cipher.decrypt(stored)));
}
