CREATE TABLE customers (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email       text NOT NULL UNIQUE,
  name        text NOT NULL,
  fax         text,
  created_at  timestamptz NOT NULL DEFAULT now()
);
