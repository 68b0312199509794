select e.*
from exemption e
where e.subject like lower(:pattern) escape '!' or lower(e.reason) like lower(:pattern) escape '!'
