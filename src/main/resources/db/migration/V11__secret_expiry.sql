-- When the client secret ends, as Graph said last, and for which settings of the connection (a hash of them) it did.
alter table directory_state add column secret_expires_on date;
alter table directory_state add column secret_hash varchar(64);
