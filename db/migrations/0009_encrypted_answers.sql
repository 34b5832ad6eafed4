-- Answers kept for idempotency keys hold codes and notes of people: encrypted, as they are in a booking.
DELETE FROM idempotent_answer;
ALTER TABLE idempotent_answer DROP COLUMN body, ADD COLUMN body_cipher bytea;
