-- An empty list is then the truth.
update image_group set hides_members = false where generation = :run and hides_members
