select
    (select count(*) from account where source = 'LOCAL') + (select count(*) from mail_group where source = 'LOCAL')
from directory_state
