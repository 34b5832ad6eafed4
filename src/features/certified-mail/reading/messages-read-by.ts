import { type RawBuilder, sql } from 'kysely';

/**
 * The messages about which a mailbox is believed: those that left from it. When their account was removed, those of the
 * offices that this one serves, as the one entered in its place: another office's mailbox says nothing about them.
 */
export function messagesReadBy(certifiedAccountId: number): RawBuilder<boolean> {
  return sql<boolean>`(account_id = ${certifiedAccountId} OR (account_id IS NULL AND EXISTS (
    SELECT FROM certified_account a JOIN office o ON o.id = certified_message.office_id
    WHERE a.id = ${certifiedAccountId} AND (a.office_id IS NULL OR a.office_id IN (o.id, o.parent_id)))))`;
}
