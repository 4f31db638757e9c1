-- lockstep-ignore drop-column: no release has read or written it since 2019
ALTER TABLE customers DROP COLUMN fax;
