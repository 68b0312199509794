select *
from audit_event e
where :pattern = '%'
    or lower(e.actor) like lower(:pattern) escape '!'
    or lower(e.action) like lower(:pattern) escape '!'
    or lower(e.subject) like lower(:pattern) escape '!'
    or lower(e.detail) like lower(:pattern) escape '!'
