update image_group set members = :state, members_other = members_other + :other where generation = :run and entra_id = :group
