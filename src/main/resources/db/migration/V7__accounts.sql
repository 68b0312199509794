-- Accounts that operators convert to functional, and back.

-- the account whose conversion made it: converting back lifts exactly these
alter table exemption add column converted_account bigint;
-- what the account had before it was converted, and gets back
alter table account add column former_role varchar(11);
alter table account add column former_digest boolean;
