-- What a deleted group gets back when the same Entra object returns within 30 days.
create table deleted_group (
    entra_id varchar(64) ${ascii} not null primary key,
    group_id bigint not null,
    deleted_at timestamp with time zone not null
);
