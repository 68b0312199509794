-- What was not answered leaves the last answer as it is.
merge into mailbox m
using (
    select q.entra_id, q.answer, q.licensed
    from mailbox_question q
    where q.run_id = :run and q.answer is not null and q.answer <> 'UNKNOWN'
) q
on m.entra_id = q.entra_id
when matched then update set purpose = q.answer, licensed = q.licensed, answered_at = :now
when not matched then insert (entra_id, purpose, licensed, answered_at) values (q.entra_id, q.answer, q.licensed, :now)
