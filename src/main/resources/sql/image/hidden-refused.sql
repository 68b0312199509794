update image_group set members = 'UNREADABLE' where generation = :run and hides_members and members = 'PENDING'
