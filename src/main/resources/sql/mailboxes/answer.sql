update mailbox_question set answer = :answer where run_id = :run and entra_id = :id
