select name, sum(n) as n from run_count where run_id = :run and measure = 'skipped' group by name
