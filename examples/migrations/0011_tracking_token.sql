-- A token that customers can pass on to follow their parcel.
ALTER TABLE orders ADD COLUMN tracking_token uuid NOT NULL DEFAULT gen_random_uuid();
