-- Amounts in cents from now on. New orders carry it; the old ones are computed.
-- lockstep: backfill orders.total_cents = (total * 100)::bigint
ALTER TABLE orders ADD COLUMN total_cents bigint NOT NULL;
