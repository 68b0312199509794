-- Who is missing counts as deleted, unless Graph said otherwise when it was last asked.
update removal_candidate
set answer = coalesce((
    select e.answer
    from removal_candidate e
    where e.run_id = :image and e.object_type = removal_candidate.object_type and e.entra_id = removal_candidate.entra_id
), 'NOT_FOUND_BY_ID')
where run_id = :run
