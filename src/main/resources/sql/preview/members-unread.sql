-- Groups that would be brought over, but whose members nobody has asked for yet.
select count(*) from image_group where generation = :run and reason is null and members = 'UNREAD'
