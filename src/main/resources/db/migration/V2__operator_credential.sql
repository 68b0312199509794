-- The password of the local operator where none is configured: made up at the first start, kept as a hash alone.
create table operator_credential (
    username varchar(320) ${ascii} not null primary key,
    password_hash varchar(100) not null,
    created_at timestamp with time zone not null
);
