-- Grey only if the tenant could not be connected to; a read that broke off later is no matter of the connection.
update directory_state
set last_problem = :problem,
    connection_green = case
        when cast(:connecting as boolean) then false
        when exists (select 1 from sync_run r where r.id = :run and r.graph_requests = 0) then false
        else connection_green
    end
