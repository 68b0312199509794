update removal_candidate set answer = :answer where run_id = :run and object_type = :type and entra_id = :id
